import { expect, onTestFinished, test } from "vitest";
import { settleRewards } from "../collector/actions/settle-rewards.ts";
import { selectUnbalanced } from "../collector/storage/queries/ledger-balance.ts";
import { openApp, someId } from "./open-app.ts";
import { randomFrom } from "./random-from.ts";

const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;

/** The same forty acts of a shop, each at an instant of its own by the collector's clock. */
async function shopUnder(instantOf: (act: number) => number) {
  const open = await openApp();
  onTestFinished(() => open.close());
  const { clock, work } = open;
  const start = clock.now;
  const { code } = await open.member("hanako");
  for (let act = 0; act < 40; act++) {
    clock.now = start + Math.round(instantOf(act));
    const order = {
      type: act % 3 ? "sale" : "lead",
      orderId: `o-${act}`,
      customer: { id: `friend-${act % 13}` },
      code,
      ...(act % 3 ? { amountMinor: 20_000 + act, currency: "JPY" } : {}),
    };
    const { status } = await open.asServer("POST", "/v1/conversions", order);
    expect(status).toBe(201);
    const shown = await open.events([
      { id: someId(), type: "view", surface: "share", at: clock.now },
    ]);
    expect(shown.body).toMatchObject({ accepted: 1 });
    if (act % 5 === 4)
      await open.asServer("POST", `/v1/conversions/order:o-${act}/refunds`, {
        refundId: `r-${act}`,
        amountMinor: 20_000,
      });
    await settleRewards(work);
    expect((await open.asServer("GET", "/v1/reports/funnel")).status).toBe(200);
  }
  const { unbalanced } = await selectUnbalanced(work.db, {
    after: "",
    count: 1_000,
  });
  expect(unbalanced).toEqual([]);
  const rewards = await work.db
    .selectFrom("rewards")
    .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
    .select(["order_id", "side", "rewards.amount_minor", "rewards.state"])
    .orderBy("order_id")
    .orderBy("side")
    .execute();
  expect(rewards.length).toBeGreaterThan(20);
  return rewards;
}

test("a clock that is set back and forth by hours changes no reward", async () => {
  const random = randomFrom(3);
  const steady = await shopUnder((act) => act * 60_000);
  const jumping = await shopUnder(
    (act) => act * 60_000 + (random() - 0.5) * 4 * hourMs,
  );
  expect(jumping).toEqual(steady);
});

test("a clock that is years off, ahead or behind, breaks nothing, and the ledger adds up", async () => {
  const random = randomFrom(4);
  await shopUnder(() => (random() - 0.5) * 20 * yearMs);
});
