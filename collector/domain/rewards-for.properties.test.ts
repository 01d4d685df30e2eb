import fc from "fast-check";
import { expect, test } from "vitest";
import { guardrailMinor } from "./guardrail.ts";
import { type LegalCase, legalLimit } from "./legal-limit.ts";
import { overflowCost } from "./planned-overflow.ts";
import { type Amount, defaultProgram, type Program } from "./program.ts";
import type { RewardCase } from "./reward-plan.ts";
import { rewardsFor } from "./rewards-for.ts";

const bps = fc.integer({ min: 0, max: 10_000 });
const money = fc.oneof(
  fc.integer({ min: 1, max: 1_000 }),
  fc.integer({ min: 1, max: 1_000_000_000_000 }),
);
const amount: fc.Arbitrary<Amount | null> = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        "points",
        "coupon",
        "shared_points",
        "cash",
        "gift",
      ),
      rateBps: bps,
    }),
    fc.record({
      kind: fc.constantFrom(
        "points",
        "coupon",
        "shared_points",
        "cash",
        "gift",
      ),
      fixedMinor: fc.integer({ min: 1, max: 50_000 }),
    }),
    fc.record({
      kind: fc.constant("perk" as const),
      name: fc.constant("Training"),
      valueMinor: fc.integer({ min: 1, max: 50_000 }),
    }),
  ),
);

const program: fc.Arbitrary<Program> = fc
  .record({
    marginBps: bps,
    step: fc.record(
      {
        base: fc.constantFrom("sale" as const, "gross_profit" as const),
        months: fc.integer({ min: 1, max: 36 }),
        referrer: amount,
        friend: amount,
        cap: fc.record(
          { ofGrossBps: bps, fixedMinor: fc.integer({ min: 0, max: 50_000 }) },
          { requiredKeys: [] },
        ),
        overflow: fc.oneof(
          fc.constant({ kind: "none" as const }),
          fc.record({
            kind: fc.constant("raffle" as const),
            prize: fc.constant("Trip"),
            valueMinor: fc.integer({ min: 1, max: 200_000 }),
          }),
          fc.record({
            kind: fc.constant("perk" as const),
            name: fc.constant("Upgrade"),
            valueMinor: fc.integer({ min: 1, max: 50_000 }),
          }),
        ),
      },
      { requiredKeys: ["referrer", "friend"] },
    ),
    guardrail: fc.record({
      base: fc.constantFrom("sale", "gross_profit"),
      maxBps: fc.option(bps),
      minRoiPercent: fc.option(fc.integer({ min: -50, max: 1_000 })),
      action: fc.constantFrom("warn", "cap", "refuse"),
    }),
    legal: fc.record({
      jurisdiction: fc.constantFrom("JP", null),
      referrersLimitedToPurchasers: fc.boolean(),
      lowestSaleMinor: fc.integer({ min: 1, max: 10_000 }),
      action: fc.constantFrom("warn", "cap"),
    }),
  })
  .map(({ marginBps, step, guardrail, legal }) => ({
    ...defaultProgram("https://shop.example/"),
    margins: { default: marginBps },
    steps: [{ on: "sale", holdDays: 0, budgetMinor: null, ...step }],
    guardrail,
    legal,
  }));

const situation: fc.Arbitrary<RewardCase> = fc
  .record({
    program,
    amountMinor: money,
    stated: fc.option(bps),
    refundedBps: fc.oneof(fc.constantFrom(0, 10_000), bps),
  })
  .map(({ program, amountMinor, stated, refundedBps }) => ({
    program,
    on: "sale",
    sale: {
      amountMinor,
      grossProfitMinor:
        stated === null ? null : Math.floor((amountMinor / 10_000) * stated),
      marginClass: null,
      refundedMinor: Math.floor((amountMinor / 10_000) * refundedBps),
    },
    at: 0,
  }));

const paid = (input: RewardCase, to: "referrer" | "friend") =>
  rewardsFor(input).rewards.find((reward) => reward.to === to)?.amountMinor ??
  0;
const refunded = (input: RewardCase, refundedMinor: number): RewardCase => ({
  ...input,
  sale: { ...input.sale, refundedMinor },
});

test("a reward is a whole amount above 0, one for a side at most", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const { rewards, grossMinor } = rewardsFor(input);
      expect(new Set(rewards.map(({ to }) => to)).size).toBe(rewards.length);
      expect(Number.isSafeInteger(grossMinor) && grossMinor >= 0).toBe(true);
      for (const { amountMinor, overflowMinor } of rewards) {
        expect(Number.isSafeInteger(amountMinor) && amountMinor > 0).toBe(true);
        expect(Number.isSafeInteger(overflowMinor)).toBe(true);
        expect(overflowMinor).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("what is left of a sale never earns more than the whole, and nothing left earns nothing", () => {
  fc.assert(
    fc.property(situation, (input) => {
      for (const to of ["referrer", "friend"] as const) {
        const whole = paid(refunded(input, 0), to);
        expect(paid(input, to)).toBeLessThanOrEqual(whole);
        expect(paid(refunded(input, input.sale.amountMinor ?? 0), to)).toBe(0);
      }
    }),
  );
});

test("what is above the cap becomes something only where a reward is capped, and a refund never earns it", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const whole = rewardsFor(refunded(input, 0)).rewards;
      for (const { to, overflow, overflowMinor } of rewardsFor(input).rewards) {
        const before = whole.find((reward) => reward.to === to);
        expect(overflowMinor).toBeLessThanOrEqual(before?.overflowMinor ?? 0);
        if (!overflow) continue;
        expect(overflow.aboveMinor).toBe(overflowMinor);
        expect(overflowMinor).toBeGreaterThan(0);
        expect(overflow.kind).toBe(input.program.steps[0]?.overflow?.kind);
        expect(before?.overflow).not.toBeNull();
      }
    }),
  );
});

test("what becomes of the part above never changes the rewards", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const [step] = input.program.steps;
      if (!step) return;
      const steps = [{ ...step, overflow: undefined }];
      const without = { ...input, program: { ...input.program, steps } };
      expect(
        rewardsFor(input).rewards.map((reward) => ({
          ...reward,
          overflow: null,
        })),
      ).toEqual(rewardsFor(without).rewards);
    }),
  );
});

test("both sides stay within cap, guardrail and law where these are told to cap", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const strict: Program = {
        ...input.program,
        guardrail: { ...input.program.guardrail, action: "cap" },
        legal: { ...input.program.legal, action: "cap" },
      };
      const whole = refunded({ ...input, program: strict }, 0);
      const { rewards, grossMinor } = rewardsFor(whole);
      const months = strict.steps[0]?.months ?? 1;
      const transactionMinor = whole.sale.amountMinor ?? 0;
      const mostMinor = guardrailMinor(strict.guardrail, {
        saleMinor: transactionMinor * months,
        grossMinor,
      });
      const sum = rewards.reduce(
        (total, reward) =>
          total + reward.amountMinor + overflowCost(reward.overflow),
        0,
      );
      expect(sum).toBeLessThanOrEqual(mostMinor ?? Infinity);
      for (const { to, kind, amountMinor, overflow } of rewards) {
        const { legal, currency } = strict;
        const limitOf = (kind: LegalCase["kind"]) =>
          legalLimit({ to, kind, transactionMinor, currency, legal });
        const limit = limitOf(kind);
        if (overflow)
          expect(overflow.valueMinor).toBeLessThanOrEqual(
            limitOf(overflow.kind) ?? Infinity,
          );
        const fixed = strict.steps[0]?.cap?.fixedMinor;
        expect(amountMinor).toBeLessThanOrEqual(limit ?? Infinity);
        expect(amountMinor).toBeLessThanOrEqual(fixed ?? Infinity);
      }
    }),
  );
});

test("the same words get the same answer, and are not changed by it", () => {
  fc.assert(
    fc.property(situation, (input) => {
      const before = structuredClone(input);
      expect(rewardsFor(input)).toEqual(rewardsFor(structuredClone(input)));
      expect(input).toEqual(before);
    }),
  );
});
