import type { Page } from "playwright";
import { expect, test } from "vitest";
import { parseReferralCookie } from "../../sdk/protocol/referral-cookie.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const siblings = ["www.shop.test", "pay.shop.test"];
const dayMs = 86_400_000;

const { world, code, visit, clicks, untilClicked, untilOrdered } =
  openSituation({
    hosts: siblings,
  });

async function kept(page: Page) {
  const [cookie] = await page.context().cookies();
  return { ...cookie, ...parseReferralCookie(`${cookie?.value}`) };
}

/** Makes every clock of the device wrong by so much. */
const runsWrong = (byMs: number) => (page: Page) =>
  page.addInitScript(`{
    const { now } = Date;
    Date.now = () => now() + ${byMs};
  }`);

test("the device keeps the first and the last of three friends' links, each with its time, and the last one's counts", async () => {
  const [first, second, last] = [await code(), await code(), await code()];
  const { page } = await visit("plain.html", { code: first });
  await untilClicked(first);
  for (const via of [second, last]) {
    await page.goto(`${shopUrl}/plain.html?via=${via}`);
    await untilClicked(via);
  }
  const { touches } = await kept(page);
  expect(touches).toMatchObject({
    first: { code: first },
    last: { code: last },
  });
  expect(touches?.first.at).toBeLessThan(touches?.last.at ?? 0);
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, last);
});

test("the same link once more, or a reload, is no second click", async () => {
  const via = await code();
  const { page } = await visit("plain.html", { code: via });
  await untilClicked(via);
  await page.goto(`${shopUrl}/plain.html?via=${via}`);
  await page.reload();
  await call(page, "track", "looked");
  expect(clicks(via)).toHaveLength(1);
});

test.for([-3 * dayMs, 3 * dayMs])(
  "on a device whose clock is wrong by %i ms click and order have the right time",
  async (wrongBy) => {
    const via = await code();
    const order = newOrder();
    const startedAt = Date.now();
    const { page, problems } = await visit("plain.html", {
      code: via,
      prepare: runsWrong(wrongBy),
    });
    await untilClicked(via);
    await buy(page, order);
    await untilOrdered(order, via);
    const times = world.stored<{ at: number }>(
      "select at from clicks where code = ? union all select occurred_at from conversions where order_id = ?",
      via,
      order,
    );
    for (const { at } of times) {
      expect(at).toBeGreaterThanOrEqual(startedAt);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
    expect(problems).toEqual([]);
  },
);

test("what one host of the shop keeps, its others have: the cookie is the whole domain's", async () => {
  const via = await code();
  const page = await world.device();
  await page.goto(`https://www.shop.test/plain.html?via=${via}`);
  await untilClicked(via);
  expect(await kept(page)).toMatchObject({ domain: ".shop.test", path: "/" });
  const { expires = 0 } = await kept(page);
  expect(expires * 1_000 - Date.now()).toBeGreaterThan(395 * dayMs);
  await page.goto("https://pay.shop.test/plain.html");
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, via);
});
