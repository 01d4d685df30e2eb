import { expect, test } from "vitest";
import { type LegalCase, legalLimit } from "./legal-limit.ts";

const limitOf = (
  change: Partial<LegalCase>,
  legal: Partial<LegalCase["legal"]> = {},
) =>
  legalLimit({
    to: "friend",
    kind: "gift",
    transactionMinor: 10_000,
    currency: "JPY",
    ...change,
    legal: {
      jurisdiction: "JP",
      referrersLimitedToPurchasers: false,
      lowestSaleMinor: 1_500,
      action: "warn",
      ...legal,
    },
  });

test.each([
  ["points", null],
  ["coupon", null],
  ["cash", null],
  ["shared_points", 2_000],
  ["gift", 2_000],
  ["perk", 2_000],
  ["raffle", 100_000],
] as const)("a buyer's %s may be worth %s", (kind, limit) => {
  expect(limitOf({ kind })).toBe(limit);
});

test.each([
  ["points", null],
  ["cash", 300],
  ["gift", 300],
  ["perk", 300],
  ["raffle", 30_000],
] as const)(
  "the %s of a lead, who bought nothing, may be worth %s",
  (kind, limit) => {
    expect(limitOf({ kind, transactionMinor: null })).toBe(limit);
  },
);

test("a referrer's reward, and a draw for it, is free where everybody may refer", () => {
  expect(limitOf({ to: "referrer" })).toBeNull();
  expect(limitOf({ to: "referrer", kind: "raffle" })).toBeNull();
});

test.each([
  ["points", null],
  ["cash", 300],
  ["gift", 300],
  ["raffle", 30_000],
] as const)(
  "where only buyers may refer, the referrer's %s may be worth %s",
  (kind, limit) => {
    const buyersOnly = { referrersLimitedToPurchasers: true };
    expect(limitOf({ to: "referrer", kind }, buyersOnly)).toBe(limit);
  },
);

test.each([null, "US", "constructor"])(
  "jurisdiction %s has no rule here",
  (jurisdiction) => {
    expect(limitOf({}, { jurisdiction })).toBeNull();
  },
);
