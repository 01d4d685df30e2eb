import fc from "fast-check";
import { expect, test } from "vitest";
import { foldOfLedger } from "../../tests/fold-of-ledger.ts";
import { openWork, word } from "../../tests/open-work.ts";
import { DomainError } from "../domain/domain-error.ts";
import { changeOrder } from "./change-order.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { listRewards } from "./list-rewards.ts";
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
});

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

/** Words that may come in any order: shops send them by several ways, and again. */
const words = fc
  .record({
    refunds: fc.uniqueArray(
      fc.record({
        order: fc.constantFrom("A1", "A2"),
        refund: fc.constantFrom("R1", "R2", "R3"),
        amountMinor: fc.constantFrom(1, 10_000, 30_000),
      }),
      { selector: ({ order, refund }) => `${order} ${refund}`, maxLength: 6 },
    ),
    confirmed: fc.uniqueArray(fc.constantFrom("A1", "A2")),
    replayed: fc.array(fc.constantFrom("A1", "A2"), { maxLength: 3 }),
  })
  .map(({ refunds, confirmed, replayed }) => [
    // A replay of each refund too.
    ...[...refunds, ...refunds].map((one) => ({
      do: "refund" as const,
      ...one,
    })),
    ...confirmed.map((order) => ({ do: "confirm" as const, order })),
    ...replayed.map((order) => ({ do: "replay" as const, order })),
  ]);
type Word = typeof words extends fc.Arbitrary<(infer One)[]> ? One : never;

test("the same refunds, confirmations and replays come to the same sums in any order", async () => {
  const shuffled = words.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, {
        minLength: list.length,
        maxLength: list.length,
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([one, other]) => {
      expect(await sumsAfter(other)).toEqual(await sumsAfter(one));
    }),
    { numRuns: 40 },
  );
});

/** What every side of every order comes to, and in which state, by the ledger alone. */
async function sumsAfter(list: Word[]) {
  const { work, siteId, close } = await openWork();
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const by = "test";
  const order = (orderId: string) =>
    recordConversion(work, {
      siteId,
      word: word({
        orderId,
        code: member.code,
        customer: { id: `friend-of-${orderId}`, email: null, existing: null },
        occurredAt: work.now(),
      }),
    });
  for (const orderId of ["A1", "A2"]) await order(orderId);
  for (const one of list) {
    if (one.do === "replay") await order(one.order);
    if (one.do === "refund") {
      const { order, refund: refundId, amountMinor } = one;
      const conversion = `order:${order}`;
      const refund = { siteId, conversion, refundId, amountMinor, by };
      await refundConversion(work, refund);
    }
    if (one.do === "confirm") {
      const { conversion } = await order(one.order);
      for (const { id, state } of conversion.rewards)
        if (state === "pending")
          await confirmReward(work, { siteId, reward: id, by });
    }
  }
  const conversions = await work.db
    .selectFrom("conversions")
    .select(["id", "order_id"])
    .execute();
  const orders = new Map(conversions.map(({ id, order_id }) => [id, order_id]));
  const sums = (await foldOfLedger(work.db))
    .map(
      ({ conversionId, side, amountMinor, compensationMinor, state }) =>
        `${orders.get(conversionId)} ${side} ${amountMinor + compensationMinor} ${state}`,
    )
    .sort();
  await close();
  return sums;
}
