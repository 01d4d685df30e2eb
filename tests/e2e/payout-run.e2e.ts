import { expect, test } from "vitest";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const world = worldOfTests({ shop: "demo" });

test("a run that is marked as paid by a double click, and in another tab, is paid once", async () => {
  const { code } = await world.api.putMember("hanako");
  for (const friend of ["taro", "jiro"]) {
    await world.api.convert({
      type: "lead",
      orderId: `L-${friend}`,
      code,
      customer: { id: friend },
    });
  }
  const page = await world.device();
  await signInOwner(page);
  await page.goto(`${collectorUrl}/owner/payouts`);
  await page.getByRole("button", { name: "Make the run" }).dblclick();
  await page.getByRole("heading", { name: "Payout run" }).waitFor();
  const runs = await world.api.asServer<{ items: object[] }>(
    "GET",
    "/v1/payouts",
  );
  expect(runs.body.items).toHaveLength(1);

  await page.getByRole("link", { name: "Mark as paid" }).click();
  const yes = { name: "Yes, ¥1,200 have been paid" };
  await page.getByRole("button", yes).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await Promise.all([
    page.getByRole("button", yes).dblclick(),
    other.getByRole("button", yes).dblclick(),
  ]);
  for (const tab of [page, other]) {
    await tab.getByRole("heading", { name: "Payout run" }).waitFor();
    expect(await tab.getByRole("link", { name: "Mark as paid" }).count()).toBe(
      0,
    );
  }

  const rewards = await world.api.rewards();
  expect(rewards.map(({ state }) => state)).toEqual(Array(4).fill("paid"));
  for (const person of ["hanako", "taro", "jiro"]) {
    await world.api.putMember(person);
    const entries = await ledgerOf(person);
    expect(entries.length).toBeGreaterThan(0);
    for (const own of entries)
      expect(own.filter((entry) => entry === "pay")).toHaveLength(1);
  }
});

/** The lines of each of a person's rewards. */
async function ledgerOf(person: string): Promise<string[][]> {
  const { body } = await world.api.asServer<{
    rewards: { ledger: { entry: string }[] }[];
  }>("GET", `/v1/members/${person}/export`);
  return body.rewards.map(({ ledger }) => ledger.map(({ entry }) => entry));
}
