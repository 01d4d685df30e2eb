import type { Page } from "playwright";
import { expect, test } from "vitest";
import { eventually } from "../eventually.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const other = "https://www.shop2.test";

const { world, code, visit, untilOrdered } = openSituation({
  shop: { home: "two-domains.html" },
  hosts: ["www.shop2.test"],
});

interface Row {
  visitor: string;
  bot: number;
  at: number;
}

const rows = (via: string) =>
  world.stored<Row>(
    "select visitor, bot, at from clicks where code = ? order by bot",
    via,
  );

/** Until the page is ready to carry the referral on. */
async function ready(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.locator("#link").evaluate((link) => {
        const init = { button: 1, bubbles: true };
        link.dispatchEvent(new PointerEvent("auxclick", init));
        return link.getAttribute("href");
      }),
    )
    .toContain("via=");
}

test.each(["link", "drawn", "form"])(
  "by a %s the referral goes on to the shop's other domain, with its time and no second click",
  async (way) => {
    const { clicks } = await world.api.funnel();
    const via = await code();
    const { page, problems } = await visit("two-domains.html", { code: via });
    await eventually(() => expect(rows(via)).toHaveLength(1));
    await ready(page);
    await page.locator(`#${way}`).click();
    await page.waitForURL(`${other}/**`);
    await expect
      .poll(() => page.url())
      .toBe(`${other}/two-domains.html?size=2`);
    await eventually(() => expect(rows(via)).toHaveLength(2));
    const [counted, brought] = rows(via);
    expect(brought?.at).toBe(counted?.at);
    expect(rows(via).map(({ bot }) => bot)).toEqual([0, 2]);
    expect(brought?.visitor).not.toBe(counted?.visitor);
    // To and fro once more is nothing new.
    await page.locator("#back").click();
    await page.waitForURL(`${shopUrl}/**`);
    const order = newOrder();
    await buy(page, order);
    await untilOrdered(order, via);
    expect(rows(via)).toHaveLength(2);
    expect((await world.api.funnel()).clicks).toBe((clicks ?? 0) + 1);
    expect(problems).toEqual([]);
  },
);

test("the shop's server may name the visitor of its other domain alone", async () => {
  const via = await code();
  const { page } = await visit("two-domains.html", { code: via });
  await eventually(() => expect(rows(via)).toHaveLength(1));
  await ready(page);
  await page.locator("#link").click();
  await page.waitForURL(`${other}/**`);
  await eventually(() => expect(rows(via)).toHaveLength(2));
  const [, brought] = rows(via);
  const { body } = await world.api.convert({
    type: "sale",
    orderId: newOrder(),
    amountMinor: 1_000,
    currency: "JPY",
    visitor: brought?.visitor,
  });
  expect(body.attributed).toMatchObject({ code: via, at: brought?.at });
});
