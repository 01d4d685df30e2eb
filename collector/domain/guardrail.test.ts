import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutTo, guardrailMinor } from "./guardrail.ts";

describe("the most that all sides may get", () => {
  const sale = { saleMinor: 10_000, grossMinor: 4_000 };
  const none = { base: "sale", maxBps: null, minRoiPercent: null } as const;

  test.each([
    ["no limit", none, null],
    ["a share of the sale", { ...none, maxBps: 1_500 }, 1_500],
    [
      "a share of gross profit",
      { ...none, base: "gross_profit", maxBps: 1_500 },
      600,
    ],
    ["a lowest return of 133 %", { ...none, minRoiPercent: 133 }, 1_716],
    ["a lowest return of 0 %", { ...none, minRoiPercent: 0 }, 4_000],
    ["any return", { ...none, minRoiPercent: -100 }, null],
    ["the lower of two", { ...none, maxBps: 1_500, minRoiPercent: 300 }, 1_000],
  ] as const)("with %s", (_, rules, most) => {
    expect(guardrailMinor(rules, sale)).toBe(most);
  });

  test("is unknown without a sale", () => {
    const rules = { base: "sale", maxBps: 1, minRoiPercent: 1 } as const;
    const nothing = { saleMinor: null, grossMinor: null };
    expect(guardrailMinor(rules, nothing)).toBeNull();
  });
});

describe("a cut", () => {
  test.each([
    [10, [3, 4], [3, 4]],
    [15, [10, 10], [8, 7]],
    [16, [20, 10], [11, 5]],
    [1, [5, 5], [1, 0]],
    [0, [5, 5], [0, 0]],
    [1_000, [1, 1, 1_000], [1, 1, 998]],
  ])("to %i of %j leaves %j", (total, amounts, cut) => {
    expect(cutTo(total, amounts)).toEqual(cut);
  });

  test("adds up exactly, takes from nobody more than they had, and less than one unit off the proportion", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        amount,
        fc.array(amount, { maxLength: 5 }),
        (total, amounts) => {
          const cut = cutTo(total, amounts);
          const sum = amounts.reduce((a, b) => a + b, 0);
          expect(cut.reduce((a, b) => a + b, 0)).toBe(Math.min(total, sum));
          cut.forEach((minor, index) => {
            const had = amounts[index] ?? 0;
            expect(minor).toBeLessThanOrEqual(had);
            if (total < sum) {
              expect(Math.abs(minor - (had / sum) * total)).toBeLessThan(
                1 + 1e-6,
              );
            }
          });
        },
      ),
    );
  });
});
