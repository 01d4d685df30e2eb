import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import type { Member } from "../site-api.ts";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl, shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const world = worldOfTests({ shop: "demo" });
let owner: Page;
let sakura: Member;

beforeAll(async () => {
  sakura = await world.api.putMember("sakura");
  owner = await world.device();
  await signInOwner(owner);
});

/** A friend on a device of their own, who has followed Sakura's link. The demo shop has two accounts: Jiro shops by Hanako's. */
async function follow(shopper: "taro" | "hanako"): Promise<Page> {
  const page = await world.device();
  await page
    .context()
    .addCookies([{ name: "shopper", value: shopper, url: shopUrl }]);
  await page.goto(`${collectorUrl}/r/${sakura.code}`);
  await page.locator("enishi-welcome").getByText("invited you").waitFor();
  return page;
}

async function buy(page: Page, product: string): Promise<void> {
  await page.goto(`${shopUrl}/products/${product}`);
  await page.getByRole("button", { name: "Buy" }).click();
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.waitForURL("**/thanks/**");
}

/** The newest sale, once what it brings its referrer is stored; the goods' margin is 40 %. */
async function newestSale(count: number) {
  const sales = async () =>
    (await world.api.conversions()).filter(({ type }) => type === "sale");
  await expect.poll(async () => (await sales()).length).toBe(count);
  const [sale] = await sales();
  if (!sale) throw new Error("Expected a sale.");
  const reward = sale.rewards.find(({ to }) => to === "referrer");
  return { sale, amountMinor: sale.amountMinor ?? 0, reward };
}
const share = (amountMinor: number, percent: number) =>
  Math.floor((Math.floor(amountMinor * 0.4) * percent) / 100);

test("what was promised at the click is paid: Taro brings 3 %, and Jiro, who came after the change, 4 %", async () => {
  const taro = await follow("taro");
  await owner.goto(`${collectorUrl}/owner/program`);
  await owner.locator('[name="steps[1].referrer.amount"]').fill("4");
  await owner.locator('[name="steps[1].referrer.amount"]').press("Enter");
  await owner
    .getByRole("region", { name: "Preview" })
    .getByRole("button", { name: "Publish as a new version" })
    .click();
  await owner.getByText("Version 2 is in force.").waitFor();
  const jiro = await follow("hanako");

  await buy(taro, "kettle");
  const his = await newestSale(1);
  expect(his.reward?.amountMinor).toBe(share(his.amountMinor, 3));
  await buy(jiro, "kettle");
  const jiros = await newestSale(2);
  expect(jiros.reward?.amountMinor).toBe(share(jiros.amountMinor, 4));
  expect(jiros.amountMinor).toBe(his.amountMinor);
});

test("a partial refund takes the difference by the rate that was promised", async () => {
  const sales = await world.api.conversions();
  const percents = { taro: 3, jiro: 4 };
  for (const [n, percent] of Object.values(percents).entries()) {
    const sale = sales.filter(({ type }) => type === "sale").toReversed()[n];
    const amountMinor = sale?.amountMinor ?? 0;
    const back = Math.floor(amountMinor / 3);
    const { status, body } = await world.api.asServer<{
      adjustments: { to: string; amountMinor: number }[];
    }>("POST", `/v1/conversions/${sale?.id}/refunds`, {
      refundId: `third-${n}`,
      amountMinor: back,
    });
    expect(status).toBe(201);
    expect(
      body.adjustments.find(({ to }) => to === "referrer")?.amountMinor,
    ).toBe(share(amountMinor - back, percent) - share(amountMinor, percent));
  }
});

test("a payout run that is clicked in two windows, and asked for by servers at once, pays once", async () => {
  for (const { id, state } of await world.api.rewards())
    if (state === "pending")
      await world.api.asServer("POST", `/v1/rewards/${id}/confirmation`);
  const asked = { runId: "may", currency: "JPY" };
  const made = await Promise.all(
    [1, 2].map(() =>
      world.api.asServer<{ id: string; totalMinor: number }>(
        "POST",
        "/v1/payouts",
        asked,
      ),
    ),
  );
  expect(made.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(made[0]?.body).toEqual(made[1]?.body);
  const { id = "", totalMinor = 0 } = made[0]?.body ?? {};
  expect(totalMinor).toBeGreaterThan(0);

  const windows = [owner, await owner.context().newPage()];
  const pay = `${collectorUrl}/owner/payouts/${id}/payment`;
  for (const page of windows) await page.goto(pay);
  await Promise.all([
    ...windows.map(async (page) => {
      await page.locator("main form button.danger").click();
      await page.waitForURL((url) => !url.pathname.endsWith("/payment"));
    }),
    ...windows.map(() =>
      world.api.asServer("POST", `/v1/payouts/${id}/payment`),
    ),
  ]);

  const paid = (await world.api.rewards()).filter(
    ({ state }) => state === "paid",
  );
  const sum = paid.reduce((total, { amountMinor }) => total + amountMinor, 0);
  expect(sum).toBe(totalMinor);
  const year = new Date().getFullYear();
  const { body } = await world.api.asServer<{ items: { paidMinor: number }[] }>(
    "GET",
    `/v1/payouts/totals?year=${year}`,
  );
  expect(
    body.items.reduce((total, { paidMinor }) => total + paidMinor, 0),
  ).toBe(totalMinor);
  const next = await world.api.asServer<{ totalMinor: number }>(
    "POST",
    "/v1/payouts",
    { ...asked, runId: "june" },
  );
  expect(next.body.totalMinor).toBe(0);
});
