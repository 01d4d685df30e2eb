import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ReferralAnswer } from "./enishi.ts";
import { friend, me, offer, program, reward } from "./testing/fixtures.ts";
import { find, openShop, type Shop, tokenOf } from "./testing/page.ts";

const token = tokenOf("hanako");

/** Most pixels between two things, or below the last, that do not look like a hole. */
const widestGap = 60;

test.each(
  [375, 1280].flatMap((width) =>
    ["ja", "en"].flatMap((locale) => [
      { width, locale, name: "share", attributes: { token, locale } },
      { width, locale, name: "join", attributes: { locale } },
    ]),
  ),
)(
  "the $name screen comes without a shift or a hole, $width px, $locale",
  async ({ width, attributes }) => {
    await page.viewport(width, 1400);
    document.body.style.margin = "0 16px";
    const shop = openShop();
    const { fetch } = shop;
    // Each state on the way is seen for a moment.
    shop.fetch = async (...call) => {
      await framesDrawn();
      return fetch(...call);
    };
    const share = shop.show("share", attributes);
    const below = document.createElement("p");
    below.textContent = "below";
    document.body.append(below);
    const shifts = watchShifts();
    const { top } = below.getBoundingClientRect();
    await find(share, "h2");
    await framesDrawn();
    expect(below.getBoundingClientRect().top).toBe(top);
    expect(shifts()).toBe(0);
    const card = await find(share, ".card");
    const padding = Number.parseFloat(getComputedStyle(card).paddingBottom);
    const boxes = [...card.children].map((child) =>
      child.getBoundingClientRect(),
    );
    const end = card.getBoundingClientRect().bottom - padding;
    expect(end - (boxes.at(-1)?.bottom ?? 0)).toBeLessThanOrEqual(24);
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1];
      if (next) expect(next.top - box.bottom).toBeLessThan(widestGap);
    }
  },
);

test.each([375, 1280])(
  "the welcome's place is held while the code is asked about, at %i px",
  async (width) => {
    await page.viewport(width, 1400);
    document.body.style.margin = "0 16px";
    const shop = openShop();
    shop.context = { ...shop.context, code: "7K9M2QXB" };
    const { promise, resolve } = Promise.withResolvers<ReferralAnswer>();
    const { enishi } = shop;
    shop.enishi = ((name: string, ...call: unknown[]) =>
      name === "referral"
        ? promise
        : (enishi as (...call: unknown[]) => unknown)(
            name,
            ...call,
          )) as typeof enishi;
    const welcome = shop.show("welcome");
    await find(welcome, "[aria-busy]");
    const held = welcome.offsetHeight;
    expect(held).toBeGreaterThan(100);
    await framesDrawn();
    const shifts = watchShifts();
    resolve({ code: "7K9M2QXB", offer, from: "はなこ" });
    await find(welcome, "h2");
    await framesDrawn();
    expect(welcome.offsetHeight).toBe(held);
    expect(shifts()).toBe(0);
  },
);

test.each([
  ["ended", { me: me({ program: { ...program, state: "ended" } }) }],
  ["failed", { me: 500 }],
  ["without rewards", {}],
] as const)(
  "a short screen, %s, leaves no hole where its place ended out of sight",
  async (name, change) => {
    await page.viewport(375, 667);
    const shop = openShop(change as Partial<Shop>);
    const surface = name === "without rewards" ? "reward" : "share";
    const element = shop.show(surface, { token });
    const { offsetHeight: held } = element;
    const { top } = element.getBoundingClientRect();
    expect(top + held).toBeGreaterThan(667);
    const card = await find(element, ".card:has(h2)");
    expect(element.offsetHeight).toBe(card.offsetHeight);
    expect(element.offsetHeight).toBeLessThan(held);
    // What could be seen stands where it stood.
    expect(element.getBoundingClientRect().top).toBe(top);
  },
);

test.each([
  ["progress", {}],
  ["progress", { friends: [friend()], rewards: [reward({ seen: true })] }],
])("the place held for %s is not spread over", async (surface, change) => {
  await page.viewport(375, 1400);
  const shop = openShop({ me: me(change) });
  const progress = shop.show(surface, { token });
  const held = progress.offsetHeight;
  await find(progress, "h2");
  await framesDrawn();
  expect(progress.offsetHeight).toBeGreaterThanOrEqual(held);
  const card = await find(progress, ".card");
  const boxes = [...card.children].map((box) => box.getBoundingClientRect());
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1];
    if (next) expect(next.top - box.bottom).toBeLessThanOrEqual(20);
  }
});

test("a line of the standing opens where it is", async () => {
  await page.viewport(375, 1400);
  const shop = openShop({ me: me({ friends: [friend()] }) });
  const progress = shop.show("progress", { token });
  const line = await find(progress, "[part=friends] summary");
  const { top } = line.getBoundingClientRect();
  line.click();
  await find(progress, ".receipt");
  expect(line.getBoundingClientRect().top).toBe(top);
});

/** Adds up the page's layout shifts from now on. */
function watchShifts(): () => number {
  let sum = 0;
  const add = (shifts: PerformanceEntryList) => {
    for (const shift of shifts as (PerformanceEntry & { value: number })[]) {
      sum += shift.value;
    }
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift" });
  return () => {
    add(observer.takeRecords());
    return sum;
  };
}

/** Two frames, after which every shift has been recorded. */
function framesDrawn(): Promise<unknown> {
  return new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)),
  );
}
