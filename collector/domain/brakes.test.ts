import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withinBudgets, withinLimits } from "./brakes.ts";
import { defaultProgram, type Limit } from "./program.ts";

const program = defaultProgram("https://shop.example/");
const now = Date.parse("2026-03-15T12:00:00+09:00");
const lastMonth = Date.parse("2026-02-28T23:59:59+09:00");

const lead = (at = now) => ({ on: "lead", amountMinor: 300, at });
const sale = (amountMinor: number, at = now) => ({
  on: "sale",
  amountMinor,
  at,
});
const limited = (change: Partial<Parameters<typeof withinLimits>[0]>) =>
  withinLimits({
    limits: program.limits,
    on: "sale",
    earned: [],
    now,
    timeZone: "Asia/Tokyo",
    amountMinor: 20_000,
    ...change,
  });

describe("limits", () => {
  test("leave an amount within them alone", () => {
    const earned = [sale(80_000)];
    expect(limited({ earned })).toEqual({ amountMinor: 20_000, because: null });
  });

  test("of money cut what is above them, and refuse when used up", () => {
    expect(limited({ earned: [sale(80_001)] })).toEqual({
      amountMinor: 19_999,
      because: "limit_reached",
    });
    expect(limited({ earned: [sale(100_000)] })).toEqual({
      amountMinor: 0,
      because: "limit_reached",
    });
  });

  test("of money never leave less than nothing, though they were lowered", () => {
    expect(limited({ earned: [sale(150_000)] }).amountMinor).toBe(0);
  });

  test("of money refuse what cannot be cut", () => {
    expect(limited({ earned: [sale(90_000)], whole: true })).toEqual({
      amountMinor: 0,
      because: "limit_reached",
    });
  });

  test("of count hold for their own step", () => {
    const earned = Array.from({ length: 10 }, () => lead());
    expect(limited({ earned }).because).toBeNull();
    expect(limited({ earned, on: "lead", amountMinor: 300 })).toEqual({
      amountMinor: 0,
      because: "limit_reached",
    });
    const nine = earned.slice(1);
    expect(
      limited({ earned: nine, on: "lead", amountMinor: 300 }).because,
    ).toBeNull();
  });

  test("without a step hold for all together", () => {
    expect(limited({ earned: [lead(), sale(79_900)] }).amountMinor).toBe(
      19_800,
    );
  });

  test("begin anew with the month of the programme's time zone", () => {
    const earned = [sale(100_000, lastMonth)];
    expect(limited({ earned }).because).toBeNull();
    expect(limited({ earned, now: lastMonth }).because).toBe("limit_reached");
  });

  test("of a lifetime never begin anew", () => {
    const limits: Limit[] = [
      { per: "member", on: "sale", unit: "count", max: 1, window: "lifetime" },
    ];
    expect(limited({ limits, earned: [sale(1, 0)] }).because).toBe(
      "limit_reached",
    );
  });

  test("are never exceeded, and never give more than was asked", () => {
    const limit = fc.record<Limit>({
      per: fc.constant("member"),
      on: fc.constantFrom(null, "lead", "sale"),
      unit: fc.constantFrom("count", "money"),
      max: fc.integer({ min: 0, max: 2_000 }),
      window: fc.constantFrom("day", "month", "year", "lifetime"),
    });
    const wish = fc.record({
      on: fc.constantFrom("lead", "sale"),
      amountMinor: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(limit), fc.array(wish), (limits, wishes) => {
        const earned: ReturnType<typeof sale>[] = [];
        for (const { on, amountMinor } of wishes) {
          const left = limited({ limits, earned, on, amountMinor });
          expect(left.amountMinor).toBeLessThanOrEqual(amountMinor);
          expect(left.because === null).toBe(left.amountMinor === amountMinor);
          if (left.amountMinor > 0)
            earned.push({ on, amountMinor: left.amountMinor, at: now });
        }
        for (const { on, unit, max } of limits) {
          const counted = earned.filter(
            (reward) => on === null || on === reward.on,
          );
          const sum = counted.reduce(
            (total, reward) => total + reward.amountMinor,
            0,
          );
          expect(unit === "count" ? counted.length : sum).toBeLessThanOrEqual(
            max,
          );
        }
      }),
    );
  });
});

describe("budgets", () => {
  test("hold an amount whole or not at all", () => {
    const step = { budgetMinor: 1_000, promisedMinor: 700 };
    expect(withinBudgets(300, [step])).toEqual({
      amountMinor: 300,
      because: null,
    });
    expect(withinBudgets(301, [step])).toEqual({
      amountMinor: 0,
      because: "budget_spent",
    });
  });

  test("all have to hold it; none is no limit", () => {
    const none = { budgetMinor: null, promisedMinor: 9_999_999 };
    const spent = { budgetMinor: 0, promisedMinor: 0 };
    expect(withinBudgets(1, [none]).because).toBeNull();
    expect(withinBudgets(1, [none, spent]).because).toBe("budget_spent");
    expect(withinBudgets(1, []).because).toBeNull();
  });
});
