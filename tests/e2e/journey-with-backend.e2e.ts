import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { everySetUp } from "./set-ups.ts";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl, shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

describe.each(everySetUp)("a collector %s", (_, { at, env }) => {
  const world = worldOfTests({ shop: "demo", at, env });
  let hanako: Page;
  let taro: Page;
  let owner: Page;
  let link: string;
  let code: string;

  beforeAll(async () => {
    hanako = await world.device();
    taro = await world.device();
    owner = await world.device();
    await taro
      .context()
      .addCookies([{ name: "shopper", value: "taro", url: shopUrl }]);
  });

  /** Both of the journey's rewards for a step, once they are stored. */
  async function rewardsFor(kind: string) {
    await expect
      .poll(async () => (await ofKind()).map(({ to }) => to).sort())
      .toEqual(["friend", "referrer"]);
    return ofKind();

    async function ofKind() {
      return (await world.api.rewards()).filter(
        (reward) => reward.kind === kind,
      );
    }
  }

  test("Hanako buys, and the thank-you page gives her a link and a code", async () => {
    await buy(hanako, "sencha");
    const field = share(hanako).locator("input[part=link]");
    await field.waitFor();
    link = await field.inputValue();
    code = await share(hanako).locator("input[part=code]").inputValue();
    expect(link).toBe(`${at}/r/${code}`);
    await share(hanako).getByRole("link", { name: "LINE" }).waitFor();

    expect(await world.api.members()).toMatchObject([
      { externalId: "hanako", code },
    ]);
  });

  test("Taro follows her link: he is welcomed, and the click is stored once", async () => {
    await taro.goto(link);
    expect(new URL(taro.url()).origin).toBe(shopUrl);
    const welcome = taro.locator("enishi-welcome");
    await welcome.getByText("invited you").waitFor();
    await welcome.getByText("¥300").waitFor();
    await taro.goto(`${shopUrl}/products/kettle`);
    await expect.poll(async () => (await world.api.funnel()).clicks).toBe(1);
  });

  test("the same code on any page of the shop is a click as well", async () => {
    const somebody = await world.device();
    // Not Hanako, whom the shop takes a new browser for: she would be told that it is her own link.
    await somebody
      .context()
      .addCookies([{ name: "shopper", value: "taro", url: shopUrl }]);
    await somebody.goto(`${shopUrl}/products/kyusu?via=${code}`);
    await somebody.locator("enishi-welcome").getByText("invited you").waitFor();
    await expect.poll(async () => (await world.api.funnel()).clicks).toBe(2);
  });

  test("Taro asks for the brochure: each earns a gift of 300 yen at once", async () => {
    await taro.goto(`${shopUrl}/brochure`);
    await taro.getByRole("button", { name: "Send me the catalogue" }).click();
    await taro.waitForURL("**/brochure/thanks/**");
    for (const reward of await rewardsFor("gift")) {
      expect(reward).toMatchObject({ amountMinor: 300, currency: "JPY" });
    }
  });

  test("where Hanako had the share screen, she now sees what she earned, and why", async () => {
    await hanako.reload();
    const screen = share(hanako);
    await screen.getByText("¥300").first().waitFor();
    await screen.getByText("through you").first().waitFor();
    await screen.getByText("What comes next").waitFor();
    expect(await screen.locator("input[part=link]").inputValue()).toBe(link);
  });

  test("Taro's order comes from page and server, and is one: 1,200 yen in points for each", async () => {
    await buy(taro, "kettle");
    for (const reward of await rewardsFor("points")) {
      expect(reward).toMatchObject({
        amountMinor: 1_200,
        currency: "JPY",
        state: "pending",
      });
    }
    const sales = (await world.api.conversions()).filter(
      ({ attributed, type }) => attributed && type === "sale",
    );
    expect(sales).toMatchObject([
      { amountMinor: 100_000, currency: "JPY", verified: true },
    ]);
    const member = (await world.api.members()).find(
      ({ externalId }) => externalId === "hanako",
    );
    expect(sales[0]?.attributed).toMatchObject({ member: member?.id, code });
  });

  test("his thank-you page shows his reward, and asks him to share in turn", async () => {
    const screen = share(taro);
    await screen.getByText("¥1,200").first().waitFor();
    await screen.getByText("your turn").first().waitFor();
    expect(await screen.locator("input[part=code]").inputValue()).not.toBe(
      code,
    );
  });

  test("Hanako sees her points, and sees them again when the owner confirms them", async () => {
    await hanako.goto(`${shopUrl}/account`);
    await share(hanako).getByText("¥1,200").first().waitFor();
    await share(hanako).getByText("Back to sharing").click();

    await signInOwner(owner);
    await owner.goto(`${collectorUrl}/owner/rewards?state=pending`);
    const row = owner
      .getByRole("row")
      .filter({ hasText: "Referrer" })
      .filter({ hasText: "1,200" });
    await row.getByRole("button", { name: "Confirm" }).click();
    await owner.getByText("The reward is confirmed.").waitFor();
    const ofHers = (await world.api.rewards()).find(
      ({ to, kind }) => to === "referrer" && kind === "points",
    );
    expect(ofHers?.state).toBe("confirmed");

    await hanako.reload();
    await share(hanako).getByText("You earned").first().waitFor();
  });

  test("the owner's figures are those of the report", async () => {
    const funnel = await world.api.funnel();
    expect(funnel).toMatchObject({
      clicks: 2,
      leads: 1,
      sales: 1,
      conversions: 2,
      rewards: 4,
      revenueMinor: 100_000,
      grossMinor: 40_000,
      rewardMinor: 3_000,
    });
    await owner.goto(`${collectorUrl}/owner`);
    const rows: [string, string][] = [
      ["Clicks on links", String(funnel.clicks)],
      ["Leads", String(funnel.leads)],
      ["Sales", String(funnel.sales)],
      ["Revenue", "100,000"],
      ["Reward cost", "3,000"],
    ];
    for (const [name, figure] of rows) {
      const row = owner
        .getByRole("row")
        .filter({ has: owner.getByRole("rowheader", { name, exact: true }) });
      for (const cell of await row.getByRole("cell").allInnerTexts()) {
        expect(cell, name).toContain(figure);
      }
    }
    await owner.goto(`${collectorUrl}/owner/install`);
    await owner.getByText(shopUrl).first().waitFor();
  });
});

function share(page: Page) {
  return page.locator("enishi-share");
}

async function buy(page: Page, product: string): Promise<void> {
  await page.goto(`${shopUrl}/products/${product}`);
  await page.getByRole("button", { name: "Buy" }).click();
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.waitForURL("**/thanks/**");
}
