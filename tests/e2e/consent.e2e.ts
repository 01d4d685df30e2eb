import type { Page } from "playwright";
import { expect, test } from "vitest";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const sibling = "www.shop.test";

const { world, code, visit, clicks, untilClicked, untilOrdered } =
  openSituation({
    hosts: [sibling],
  });

async function traces(page: Page): Promise<unknown[]> {
  const keys = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]";
  return [
    ...(await page.context().cookies()),
    ...(await page.evaluate<unknown[]>(keys)),
  ];
}

const signalsPrivacy = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", {
      get: () => true,
    }),
  );

test("before consent an order goes with its code and no visitor; granted, the click follows; withdrawn, the device is bare", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("consent-required.html", { code: via });
  await buy(page, order);
  expect(await untilOrdered(order, via)).toBeTruthy();
  const visitors = () =>
    world.stored<{ visitor: string | null }>(
      "select visitor from conversions where order_id = ?",
      order,
    );
  expect(visitors()).toEqual([{ visitor: null }]);
  expect(clicks(via)).toEqual([]);
  expect(await traces(page)).toEqual([]);
  expect(page.url()).toContain(`via=${via}`);

  await call(page, "consent", "granted");
  const [click] = await untilClicked(via);
  expect(click?.visitor).toBeTruthy();
  expect(await traces(page)).toHaveLength(2);
  await expect.poll(() => page.url()).not.toContain("via=");

  await call(page, "consent", "denied");
  expect(await traces(page)).toEqual([]);
});

test("forget leaves the device bare, and what comes after is another visitor's", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("plain.html", { code: via });
  await untilClicked(via);
  await call(page, "forget");
  expect(await traces(page)).toEqual([]);
  await buy(page, order);
  await untilOrdered(order, null);
});

test("what is withdrawn on one host does not come back on another", async () => {
  const via = await code();
  const { page } = await visit("consent-required.html", { code: via });
  const context = () =>
    page.evaluate<Record<string, unknown>>("enishi('context')");
  await page.goto(`https://${sibling}/consent-required.html?via=${via}`);
  await call(page, "consent", "granted");
  await untilClicked(via);
  expect((await context()).visitor).toBeTruthy();
  await page.goto(`${shopUrl}/consent-required.html`);
  await call(page, "consent", "denied");
  await page.goto(`https://${sibling}/consent-required.html`);
  expect(await context()).toMatchObject({
    mayStore: false,
    visitor: undefined,
  });
});

interface Seen {
  visitor: string | null;
}

/** In how many places the collector knows a browser. */
function known(visitor: string | null | undefined): number {
  const tables = ["events", "clicks", "visitor_people"];
  return tables.flatMap((table) =>
    world.stored<Seen>(
      `select visitor from ${table} where visitor = ?`,
      `${visitor}`,
    ),
  ).length;
}

test("a withdrawal makes the collector forget the browser, and the order stays what it was", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("plain.html", { code: via });
  const [click] = await untilClicked(via);
  await buy(page, order);
  await untilOrdered(order, via);
  expect(known(click?.visitor)).toBeGreaterThan(1);

  await call(page, "consent", "denied");
  await expect.poll(() => known(click?.visitor)).toBe(0);
  expect(clicks(via)).toMatchObject([{ visitor: null }]);
  await untilOrdered(order, via);
});

test("a withdrawal reaches the other open tab, and the page that the back button brings back", async () => {
  const via = await code();
  const { page } = await visit("plain.html", { code: via });
  const [click] = await untilClicked(via);
  const tab = await page.context().newPage();
  await tab.goto(`${shopUrl}/plain.html`);
  await page.evaluate(
    "addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })",
  );
  await page.goto(`${shopUrl}/plain-thanks.html`);
  await call(page, "forget");
  await expect.poll(() => known(click?.visitor)).toBe(0);

  const order = newOrder();
  await buy(tab, order);
  await untilOrdered(order, null);
  await page.goBack({ waitUntil: "commit" });
  const again = newOrder();
  await buy(page, again);
  await untilOrdered(again, null);
  expect(known(click?.visitor)).toBe(0);
  expect(await page.evaluate("window.persisted")).toBe(true);
  expect(await traces(page)).toEqual([]);
});

test("without network a withdrawal waits on the bare device, and reaches the collector from the next page", async () => {
  const via = await code();
  const { page } = await visit("plain.html", { code: via });
  const [click] = await untilClicked(via);
  world.door.disturb("ref.enishi.test", async () => null);
  await call(page, "consent", "denied");
  const left = await traces(page);
  expect(left).toHaveLength(3);
  expect(left).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: "_enishi", value: "0" }),
      "_enishi",
      expect.stringMatching(/^_enishi_queue:/),
    ]),
  );
  world.door.disturb("ref.enishi.test");
  expect(known(click?.visitor)).toBeGreaterThan(0);

  await page.goto(`${shopUrl}/consent-required.html`);
  await expect.poll(() => known(click?.visitor), { timeout: 15_000 }).toBe(0);
  // All that stays is the refusal itself.
  await expect.poll(() => traces(page)).toHaveLength(2);
});

test("a refusal holds on the next page, and on the link of another friend", async () => {
  const [via, another] = [await code(), await code()];
  const { page } = await visit("plain.html", { code: via });
  const [click] = await untilClicked(via);
  await call(page, "consent", "denied");
  await expect.poll(() => known(click?.visitor)).toBe(0);
  await page.goto(`${shopUrl}/plain.html?via=${another}`);
  await call(page, "track", "looked");
  expect(clicks(another)).toEqual([]);
  expect(await page.context().cookies()).toMatchObject([{ value: "0" }]);
});

test("with Global Privacy Control nothing is kept, the address keeps the code, and the order has it", async () => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("plain.html", {
    code: via,
    prepare: signalsPrivacy,
  });
  await buy(page, order);
  await untilOrdered(order, via);
  expect(
    world.stored("select visitor from conversions where order_id = ?", order),
  ).toEqual([{ visitor: null }]);
  expect(clicks(via)).toEqual([]);
  expect(await traces(page)).toEqual([]);
  expect(page.url()).toContain(`via=${via}`);
  expect(problems).toEqual([]);
});

test("with Global Privacy Control the page's own consent banner has the last word", async () => {
  const via = await code();
  const { page } = await visit("plain.html", {
    code: via,
    prepare: signalsPrivacy,
  });
  await call(page, "consent", "granted");
  await untilClicked(via);
});

test("a link brings its click once, whether the page may keep it or not", async () => {
  const via = await code();
  const page = await world.device();
  await page.goto(`${collectorUrl}/r/${via}`);
  await expect
    .poll(async () => (await untilClicked(via))[0]?.visitor)
    .toBeTruthy();
  await page.goto(`${shopUrl}/plain.html`);
  await call(page, "context");
  expect(clicks(via)).toHaveLength(1);
});
