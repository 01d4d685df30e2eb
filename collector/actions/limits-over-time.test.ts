import fc from "fast-check";
import { expect, test } from "vitest";
import { foldOfLedger, reservedIn, sumOf } from "../../tests/fold-of-ledger.ts";
import { openWork, word } from "../../tests/open-work.ts";
import { DomainError } from "../domain/domain-error.ts";
import type { Limit } from "../domain/program.ts";
import { confirmReward, payReward, voidReward } from "./change-reward.ts";
import { listPrograms } from "./list-programs.ts";
import { listRewards } from "./list-rewards.ts";
import { putMember } from "./put-member.ts";
import { putProgram } from "./put-program.ts";
import { recordConversion } from "./record-conversion.ts";
import { refundConversion } from "./refund-conversion.ts";
import { verifyConversion } from "./verify-conversion.ts";

const windows = ["day", "month", "year", "lifetime"] as const;
const dayMs = 86_400_000;
const orders = ["A1", "A2", "A3", "A4", "A5", "A6"];

/** A member's own site, where only one limit brakes; a sale of 100,000 yen earns 1,200 until its gross profit is known. */
async function openLimited(limit: Omit<Limit, "per" | "on">) {
  const open = await openWork();
  const { work, siteId } = open;
  const [rules] = await listPrograms(work, { siteId });
  if (!rules) throw new Error("The first site has no programme.");
  const limits = [{ per: "member" as const, on: null, ...limit }];
  const program = { ...rules, limits };
  await putProgram(work, { siteId, program, by: "test" });
  const { member } = await putMember(work, { siteId, externalId: "hanako" });
  const sale = (orderId: string, more: object = {}) =>
    recordConversion(work, {
      siteId,
      word: word({
        orderId,
        code: member.code,
        customer: { id: `friend-${orderId}`, email: null, existing: null },
        visitor: `visitor-of-friend-${orderId}`,
        occurredAt: work.now(),
        ...more,
      }),
    });
  const verify = (orderId: string) =>
    verifyConversion(work, {
      siteId,
      conversion: `order:${orderId}`,
      by: "test",
    });
  return { ...open, sale, verify };
}
type Limited = Awaited<ReturnType<typeof openLimited>>;

async function expectWithin({ work }: Limited, { unit, max, window }: Limit) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Tokyo" });
  const letters = { day: 10, month: 7, year: 4, lifetime: 0 }[window];
  const own = reservedIn(await foldOfLedger(work.db)).filter(
    ({ side }) => side === "referrer",
  );
  const byWindow = Map.groupBy(own, ({ createdAt }) =>
    day.format(createdAt).slice(0, letters),
  );
  for (const [name, inWindow] of byWindow)
    expect(
      unit === "count" ? inWindow.length : sumOf(inWindow),
      name,
    ).toBeLessThanOrEqual(max);
}

test("claims of one month that are verified in the next are held to the month they count in", async () => {
  const limit = { unit: "count", max: 2, window: "month" } as const;
  const open = await openLimited(limit);
  for (const order of orders) await open.sale(order, { trust: "claim" });
  open.clock.now += 31 * dayMs;
  for (const order of orders) await open.verify(order);
  await expectWithin(open, { per: "member", on: null, ...limit });
  // The new month is not used up by the old one's orders.
  const { conversion } = await open.sale("A7");
  expect(conversion.rewards[0]).toMatchObject({ state: "pending" });
  await open.close();
});

test("what an earlier month's reward gains later counts in that month", async () => {
  const limit = { unit: "money", max: 1_500, window: "month" } as const;
  const open = await openLimited(limit);
  await open.sale("A1");
  open.clock.now += 31 * dayMs;
  await open.sale("A1", { grossProfitMinor: 90_000 });
  await expectWithin(open, { per: "member", on: null, ...limit });
  const { conversion } = await open.sale("A2");
  expect(conversion.rewards[0]).toMatchObject({ amountMinor: 1_200 });
  await open.close();
});

const step = fc.oneof(
  fc.record({
    do: fc.constant("sale" as const),
    order: fc.constantFrom(...orders),
    trust: fc.constantFrom("server" as const, "claim" as const),
    grossProfitMinor: fc.constantFrom(null, 1_000, 40_000, 90_000),
  }),
  fc.record({
    do: fc.constant("verify" as const),
    order: fc.constantFrom(...orders),
  }),
  fc.record({
    do: fc.constant("refund" as const),
    order: fc.constantFrom(...orders),
    amountMinor: fc.constantFrom(30_000, 100_000),
  }),
  fc.record({
    do: fc.constantFrom("confirm" as const, "pay" as const, "void" as const),
    nth: fc.nat(11),
  }),
  fc.record({
    do: fc.constant("wait" as const),
    days: fc.constantFrom(1, 31),
  }),
);

test("no order of sales, claims, late profits, refunds and decisions exceeds a limit in any of its windows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...windows),
      fc.constantFrom(
        { unit: "count" as const, max: 1 },
        { unit: "money" as const, max: 1_500 },
      ),
      fc.array(step, { minLength: 10, maxLength: 40 }),
      async (window, size, steps) => {
        const open = await openLimited({ ...size, window });
        for (const one of steps)
          await take(open, one).catch((error) => {
            if (!(error instanceof DomainError)) throw error;
          });
        await expectWithin(open, { per: "member", on: null, window, ...size });
        await open.close();
      },
    ),
    { numRuns: 100 },
  );
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(open: Limited, one: Step): Promise<unknown> {
  const { work, siteId, clock } = open;
  if (one.do === "wait") {
    clock.now += one.days * dayMs;
    return;
  }
  if (one.do === "verify") return open.verify(one.order);
  if (one.do === "sale") {
    const { trust, grossProfitMinor } = one;
    return open.sale(one.order, {
      trust,
      grossProfitMinor: trust === "claim" ? null : grossProfitMinor,
    });
  }
  if (one.do === "refund")
    return refundConversion(work, {
      siteId,
      conversion: `order:${one.order}`,
      refundId: work.newId("refund"),
      amountMinor: one.amountMinor,
      by: "test",
    });
  const { items } = await listRewards(work, { siteId });
  const change = { siteId, reward: items[one.nth]?.id ?? "rwd_", by: "test" };
  if (one.do === "confirm") return confirmReward(work, change);
  if (one.do === "pay") return payReward(work, change);
  return voidReward(work, { ...change, reason: "test" });
}
