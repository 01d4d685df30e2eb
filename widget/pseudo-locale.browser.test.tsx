import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { me, program } from "./testing/fixtures.ts";
import { find, openShop, type Shop } from "./testing/page.ts";
import { openEverything, playedScreens } from "./testing/screens.ts";

const files = import.meta.glob<Record<string, string>>("./messages/en*.ts", {
  eager: true,
  import: "default",
});

/** English as a language that does not exist: accented, 40 % longer, and from right to left, so that a screen which takes it takes any. */
const texts = Object.fromEntries(
  Object.values(files).flatMap((words) =>
    Object.entries(words).map(([key, text]) => [key, pseudo(text)]),
  ),
);

test.each(playedScreens)(
  "the $name screen holds long words from right to left, 320 px wide",
  async ({ name, surface, attributes, shop, ready }) => {
    await page.viewport(320, 640);
    document.body.style.margin = "0";
    const element = openShop(speaking(shop)).show(surface, {
      ...attributes,
      locale: "en",
      dir: "rtl",
    });
    await find(element, ready);
    await openEverything(element);
    if (name === "launcher") {
      (await find(element, "[part=open-button]")).click();
      const inner = await find(element, "enishi-share");
      await find(inner, ".earned");
      fits(inner);
    }
    fits(element);
    expect(document.documentElement.scrollWidth).toBe(320);
  },
);

test("what stands at the start of a line stands at the right", async () => {
  await page.viewport(320, 640);
  const share = openShop(speaking({})).show("share", {
    token: playedScreens[0]?.attributes.token ?? "",
    locale: "en",
    dir: "rtl",
  });
  const heading = await find(share, "h2");
  const range = document.createRange();
  range.selectNodeContents(heading);
  expect(heading.textContent).toContain("\u202e");
  const { right } = range.getBoundingClientRect();
  expect(right).toBeCloseTo(heading.getBoundingClientRect().right, 0);
  share.dir = "";
  expect((await find(share, ".root[dir=ltr]")).lang).toBe("en");
});

/** Nothing inside sticks out, and nothing that could be read is cut off. */
function fits(element: Element): void {
  const root = element.shadowRoot?.querySelector<HTMLElement>(".root");
  const parts = root?.querySelectorAll<HTMLElement>("*:not(svg *, .unseen)");
  expect(parts?.length).toBeGreaterThan(1);
  for (const part of parts ?? []) {
    const { left, right, width } = part.getBoundingClientRect();
    if (!width) continue;
    expect(left, part.outerHTML).toBeGreaterThanOrEqual(0);
    expect(right, part.outerHTML).toBeLessThanOrEqual(320);
    // A link is longer than its field, which is why it has a button; and the thread reaches over into the next cell.
    if (
      part instanceof HTMLInputElement ||
      part instanceof SVGElement ||
      part.matches("th:has(.tie)")
    )
      continue;
    expect(part.scrollWidth, part.outerHTML).toBeLessThanOrEqual(
      Math.max(part.clientWidth, Math.ceil(width)),
    );
    const { overflowY } = getComputedStyle(part);
    if (overflowY === "hidden" || overflowY === "clip") {
      expect(part.scrollHeight).toBeLessThanOrEqual(part.clientHeight);
    }
  }
}

/** The same shop, whose owner has words of that language for everything. */
function speaking(shop: Partial<Shop>): Partial<Shop> {
  const member = typeof shop.me === "number" ? null : (shop.me ?? me());
  return {
    ...shop,
    program: { ...program, texts },
    ...(member && { me: { ...member, program: { ...member.program, texts } } }),
  };
}

function pseudo(text: string): string {
  const accents: Record<string, string> = {
    a: "å",
    c: "ç",
    e: "é",
    g: "ğ",
    i: "ï",
    n: "ñ",
    o: "ö",
    s: "š",
    u: "û",
    y: "ý",
  };
  const accented = text
    .split(/(\{\w+\})/)
    .map((piece) =>
      piece.startsWith("{")
        ? piece
        : piece.replace(/[a-z]/g, (letter) => accents[letter] ?? letter),
    )
    .join("");
  const longer = " one two three four five six seven eight nine ten".repeat(4);
  return `\u202e${accented}${longer.slice(0, Math.ceil(text.length * 0.4))}\u202c`;
}
