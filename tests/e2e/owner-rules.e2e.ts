import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const rules = `${collectorUrl}/owner/program`;

const world = worldOfTests({ shop: "demo" });
/** The pages of one order. */
let orders: string[] = [];
let withoutScripts: Page;
let withScripts: Page;

beforeAll(async () => {
  const { code } = await world.api.putMember("hanako");
  const tell = world.api.convert;
  const sale = { type: "sale", amountMinor: 100_000, currency: "JPY", code };
  const sold = await tell({
    ...sale,
    orderId: "A-1",
    customer: { id: "taro", existing: false },
  });
  // Held for a check, and matched to nobody.
  await tell({
    type: "lead",
    orderId: "L-1",
    code,
    customer: { id: "jiro", email: "jiro@mailinator.com" },
  });
  const lost = await tell({
    type: "lead",
    orderId: "L-2",
    customer: { id: "saburo" },
  });
  orders = [
    `orders/${sold.body.id}`,
    `orders/${sold.body.id}/refund?amount=50000`,
    `orders/${sold.body.id}/change?amount=50000`,
    `queue/unmatched/bulk?act=aside&id=${lost.body.id}`,
  ];
  withoutScripts = await world.device({ javaScriptEnabled: false });
  await signInOwner(withoutScripts);
  withScripts = await world.device();
  await signInOwner(withScripts);
});

test("without scripts, and by keyboard, the owner changes a rate and publishes it", async () => {
  const page = withoutScripts;
  await page.goto(rules);
  const amount = page.locator('[name="steps[1].referrer.amount"]');
  await amount.fill("4");
  await amount.press("Enter");
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("4 % of gross profit (points)").first().waitFor();
  await preview
    .getByRole("button", { name: "Publish as a new version" })
    .press("Enter");
  await page.getByText("Version 2 is in force.").waitFor();
  expect(await amount.inputValue()).toBe("4");
});

test("a row is added where it is looked for, and taken out again", async () => {
  const page = withoutScripts;
  await page.goto(rules);
  await page.getByRole("button", { name: "Add a campaign" }).click();
  const campaign = page.getByRole("group", { name: "Campaign 1" });
  await campaign.waitFor();
  expect(page.url()).toContain("#boosts-0");
  await page.getByRole("button", { name: "Remove: Campaign 1" }).click();
  await campaign.waitFor({ state: "detached" });
});

test("what is wrong has the focus, and leads to its field", async () => {
  const page = withoutScripts;
  await page.goto(rules);
  await page.getByLabel("Currency").fill("gold");
  await page.getByLabel("Currency").press("Enter");
  const problem = page.getByRole("alert");
  await problem.waitFor();
  expect(await page.locator("[role=alert]:focus").count()).toBe(1);
  await problem.getByRole("link", { name: "Currency" }).press("Enter");
  expect(await page.getByLabel("Currency").inputValue()).toBe("gold");
});

test.each([
  ["ja", 320],
  ["en", 320],
  ["ja", 375],
  ["en", 1280],
])(
  "every page is accessible and fits, in %s at %i pixels",
  async (lang, width) => {
    const page = withScripts;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${collectorUrl}/owner?lang=${lang}`);
    for (const path of [
      "",
      "install",
      "rewards/bulk?all=confirm",
      "program",
      "program/history",
      "program/versions/1",
      "members",
      "members/hanako",
      "rewards",
      "webhooks",
      "gifts",
      "payouts",
      "payouts/totals",
      "queue",
      "queue/held",
      "queue/disputed",
      "queue/unmatched",
      "audit",
      "members/hanako/erasure",
      "orders",
      ...orders,
      "sites",
      "sites/settings",
      "sites/keys",
      "sites/customers",
    ]) {
      await page.goto(`${collectorUrl}/owner/${path}`);
      expect(await faultsOf(page), path).toEqual([]);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      expect(tooWide, path).toBeLessThanOrEqual(0);
    }
  },
);

test("a table of many prices scrolls in itself on a phone", async () => {
  const page = withoutScripts;
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(rules);
  await page
    .getByLabel("Prices")
    .fill("1000 2000 30000 400000 5000000 60000000 99000000000");
  await page.getByRole("button", { name: "Work it out" }).click();
  await page.getByText("¥99,000,000,000").first().waitFor();
  const [width, table] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.querySelector("#simulator .scroll")?.scrollWidth ?? 0,
  ]);
  expect(width).toBe(320);
  expect(table).toBeGreaterThan(320);
});

/** By the debugger, since the pages' own policy lets no script run. */
async function faultsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", {
    expression: `${axe}; axe.run(document)`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return (result.value as AxeResults).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );
}
