import fc from "fast-check";
import { expect, test } from "vitest";
import { isCurrency, minorDigits, proportionOf, rateOf } from "./money.ts";

test.each([
  ["JPY", 0],
  ["KRW", 0],
  ["USD", 2],
  ["EUR", 2],
  ["HUF", 2],
  ["KWD", 3],
  ["TND", 3],
  ["CLF", 4],
])("%s has %i digits after the point", (code, digits) => {
  expect(isCurrency(code)).toBe(true);
  expect(minorDigits(code)).toBe(digits);
});

test.each(["jpy", "", "YEN", "XXX", "XAU", "ZWL", "HRK", "constructor"])(
  "%j is not a currency that an amount can be in",
  (code) => {
    expect(isCurrency(code)).toBe(false);
  },
);

test("every current currency that the platform knows is known here", () => {
  const withdrawn = "ANG BGN CUC HRK SLL ZWL".split(" ");
  const withoutMinorUnit = "XDR XSU".split(" ");
  const missing = Intl.supportedValuesOf("currency").filter(
    (code) => !isCurrency(code),
  );
  expect([...withdrawn, ...withoutMinorUnit]).toEqual(
    expect.arrayContaining(missing),
  );
});

test.each([
  [40_000, 300, 1_200],
  [3_333, 300, 99],
  [33, 300, 0],
  [0, 300, 0],
  [1_000_000_000_000, 10_000, 1_000_000_000_000],
  [120_000_000_000_001, 9_999, 119_988_000_000_000],
])("%i at %i basis points is %i, rounded down", (amount, bps, part) => {
  expect(rateOf(amount, bps)).toBe(part);
});

test("a proportion is the exact quotient rounded down, at any size", () => {
  const money = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(money, money, fc.integer({ min: 1 }), (amount, part, whole) => {
      fc.pre(part <= whole);
      const share = BigInt(proportionOf(amount, part, whole));
      const product = BigInt(amount) * BigInt(part);
      expect(share * BigInt(whole) <= product).toBe(true);
      expect((share + 1n) * BigInt(whole) > product).toBe(true);
    }),
  );
});
