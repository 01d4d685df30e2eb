import fc from "fast-check";
import { expect, test } from "vitest";
import { openWork, word } from "../../tests/open-work.ts";
import { DomainError } from "../domain/domain-error.ts";
import { changeOrder } from "./change-order.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { listRewards } from "./lists.ts";
import { putMember } from "./put-member.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { verifyConversion } from "./verify-conversion.ts";

const friends = ["taro", "saburo"];
const orders = ["A1", "A2", "A3"];

const step = fc.oneof(
  fc.record({
    do: fc.constant("order" as const),
    order: fc.constantFrom(...orders),
    friend: fc.constantFrom(...friends),
    by: fc.constantFrom("hanako", "jiro", null),
    trust: fc.constantFrom(
      "server" as const,
      "token" as const,
      "claim" as const,
    ),
  }),
  fc.record({
    do: fc.constant("verify" as const),
    order: fc.constantFrom(...orders),
  }),
  fc.record({
    do: fc.constant("refund" as const),
    order: fc.constantFrom(...orders),
    refund: fc.constantFrom("R1", "R2", "R3"),
    amountMinor: fc.constantFrom(1, 30_000, 50_000),
    reason: fc.constantFrom(
      "refund" as const,
      "refund" as const,
      "chargeback" as const,
    ),
  }),
  fc.record({
    do: fc.constant("change" as const),
    order: fc.constantFrom(...orders),
    change: fc.constantFrom("C1", "C2", "C3"),
    amountMinor: fc.constantFrom(20_000, 80_000, 100_000, 150_000),
  }),
  fc.record({
    do: fc.constantFrom("confirm" as const, "pay" as const, "void" as const),
    nth: fc.nat(5),
  }),
);

test("in any order of words, refunds and decisions, the rewards are the fold of the ledger and stay within bounds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { work, siteId, close } = await openWork();
      const codes: Record<string, string> = {};
      for (const externalId of ["hanako", "jiro"]) {
        const { member } = await putMember(work, { siteId, externalId });
        codes[externalId] = member.code;
      }
      const by = "test";
      for (const one of steps) {
        try {
          if (one.do === "order")
            await recordConversion(work, {
              siteId,
              word: word({
                orderId: one.order,
                code: one.by && (codes[one.by] ?? null),
                customer: { id: one.friend, email: null, existing: null },
                visitor: `visitor-of-${one.friend}-01`,
                trust: one.trust,
                occurredAt: work.now(),
              }),
            });
          else if (one.do === "verify")
            await verifyConversion(work, {
              siteId,
              conversion: `order:${one.order}`,
              by,
            });
          else if (one.do === "refund")
            await refundConversion(work, {
              siteId,
              conversion: `order:${one.order}`,
              refundId: one.refund,
              amountMinor: one.amountMinor,
              reason: one.reason,
              by,
            });
          else if (one.do === "change")
            await changeOrder(work, {
              siteId,
              conversion: `order:${one.order}`,
              changeId: one.change,
              amountMinor: one.amountMinor,
              by,
            });
          else {
            const { items } = await listRewards(work, { siteId });
            const reward = items[one.nth]?.id ?? "rwd_none";
            if (one.do === "confirm")
              await confirmReward(work, { siteId, reward, by });
            if (one.do === "pay") await payReward(work, { siteId, reward, by });
            if (one.do === "void")
              await voidReward(work, { siteId, reward, by, reason: "test" });
          }
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }
      await checkBooks(work.db);
      await close();
    }),
    { numRuns: 100 },
  );
}, 60_000);

const stateAfter = {
  accrue: "pending",
  confirm: "confirmed",
  pay: "paid",
  void: "void",
} as const;

async function checkBooks(
  db: Awaited<ReturnType<typeof openWork>>["work"]["db"],
) {
  const rewards = await db.selectFrom("rewards").selectAll().execute();
  const ledger = await db
    .selectFrom("ledger")
    .selectAll()
    .orderBy("id")
    .execute();
  const conversions = await db.selectFrom("conversions").selectAll().execute();
  for (const reward of rewards) {
    const lines = ledger.filter((line) => line.reward_id === reward.id);
    const sum = lines.reduce((total, line) => total + line.amount_minor, 0);
    expect(sum).toBe(reward.amount_minor + reward.compensation_minor);
    const state = lines
      .map(({ entry }) => stateAfter[entry as keyof typeof stateAfter])
      .filter(Boolean)
      .at(-1);
    expect(reward.state).toBe(state);
    const conversion = conversions.find(
      ({ id }) => id === reward.conversion_id,
    );
    if (conversion?.charged_back_at) expect(sum).toBe(0);
    const left =
      (conversion?.amount_minor ?? 0) - (conversion?.refunded_minor ?? 0);
    expect(sum).toBeGreaterThanOrEqual(0);
    expect(sum).toBeLessThanOrEqual(Math.floor((left * 4000) / 10_000) * 0.03);
  }
  const held = rewards.filter(
    ({ released, state }) => !released && state !== "void",
  );
  for (const friend of new Set(held.map(({ friend_id }) => friend_id)))
    for (const side of ["referrer", "friend"])
      expect(
        held.filter((one) => one.friend_id === friend && one.side === side)
          .length,
      ).toBeLessThanOrEqual(1);
}
