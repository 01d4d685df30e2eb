import { expect, test } from "vitest";
import {
  defaultProgram,
  type Overflow,
  type Program,
  type RewardKind,
} from "./program.ts";
import { rewardsFor } from "./rewards-for.ts";

const usual = defaultProgram("https://shop.example/");
const raffle = (valueMinor: number): Overflow => ({
  kind: "raffle",
  prize: "Trip",
  valueMinor,
});
const perk = (valueMinor: number): Overflow => ({
  kind: "perk",
  name: "Training",
  valueMinor,
});

interface Given {
  overflow: Overflow;
  /** Of both sides, at a cap of 1,000. */
  rewards?: { kind: Exclude<RewardKind, "perk">; fixedMinor: number };
  amount?: number;
  refunded?: number;
  guardrail?: Partial<Program["guardrail"]>;
  legal?: Partial<Program["legal"]>;
  cap?: { fixedMinor?: number; ofGrossBps?: number };
}

function plan(given: Given) {
  const amount = given.rewards ?? { kind: "points", fixedMinor: 1_500 };
  const sale = {
    on: "sale",
    holdDays: 0,
    budgetMinor: null,
    referrer: amount,
    friend: amount,
    cap: given.cap ?? { fixedMinor: 1_000 },
    overflow: given.overflow,
  } as const;
  const { rewards, warnings } = rewardsFor({
    program: {
      ...usual,
      steps: [sale],
      guardrail: { ...usual.guardrail, ...given.guardrail },
      legal: { ...usual.legal, ...given.legal },
    },
    on: "sale",
    sale: {
      amountMinor: given.amount ?? 100_000,
      grossProfitMinor: null,
      marginClass: null,
      refundedMinor: given.refunded ?? 0,
    },
    at: 0,
  });
  return {
    given: rewards.map(({ to, overflow }) => (overflow ? to : null)),
    amounts: rewards.map(({ amountMinor }) => amountMinor),
    codes: warnings.map(({ code }) => code),
    first: rewards[0]?.overflow,
  };
}

const both = ["referrer", "friend"];
const neither = [null, null];

test("the part above the cap becomes what the step says, beside the reward", () => {
  expect(plan({ overflow: raffle(30_000) })).toEqual({
    given: both,
    amounts: [1_000, 1_000],
    codes: [],
    first: {
      kind: "raffle",
      name: "Trip",
      valueMinor: 30_000,
      aboveMinor: 500,
    },
  });
});

test.each<[string, Given, (string | null)[], string[]]>([
  ["fits", { overflow: perk(6_500) }, both, []],
  ["does not fit", { overflow: perk(6_501) }, neither, ["overflow_withheld"]],
  [
    "does not fit, and the guardrail refuses",
    { overflow: perk(6_501), guardrail: { action: "refuse" } },
    neither,
    ["overflow_withheld"],
  ],
  [
    "does not fit, and the guardrail only warns",
    { overflow: perk(6_501), guardrail: { action: "warn" } },
    both,
    ["guardrail"],
  ],
  [
    "does not fit a lowest return",
    {
      overflow: perk(3_000),
      guardrail: { maxBps: null, minRoiPercent: 401 },
    },
    neither,
    ["overflow_withheld"],
  ],
  ["is one prize for all", { overflow: raffle(100_000) }, both, []],
])(
  "in a guardrail of 15,000 for both sides, one that %s",
  (_, given, to, codes) => {
    const answer = plan(given);
    expect(answer.given).toEqual(to);
    expect(answer.codes).toEqual(codes);
    expect(answer.amounts).toEqual([1_000, 1_000]);
  },
);

const gift = { kind: "gift", fixedMinor: 1_500 } as const;
const cap = { action: "cap" } as const;
const wide = { maxBps: null };
test.each<[string, Given, (string | null)[], string[]]>([
  [
    "a friend's perk above a fifth of the sale, warned of",
    { overflow: perk(20_001), guardrail: wide },
    both,
    ["legal_limit"],
  ],
  [
    "a friend's perk above a fifth of the sale, withheld",
    { overflow: perk(20_001), guardrail: wide, legal: cap },
    ["referrer", null],
    ["overflow_withheld"],
  ],
  [
    "a perk beside points, which are a discount",
    { overflow: perk(20_000), guardrail: wide, legal: cap },
    both,
    [],
  ],
  [
    "a perk beside a gift: they count together",
    { overflow: perk(19_001), rewards: gift, guardrail: wide, legal: cap },
    ["referrer", null],
    ["overflow_withheld"],
  ],
  [
    "a perk beside a gift, within a fifth together",
    { overflow: perk(19_000), rewards: gift, guardrail: wide, legal: cap },
    both,
    [],
  ],
  [
    "a prize above what may be drawn among buyers",
    { overflow: raffle(100_001), legal: cap },
    ["referrer", null],
    ["overflow_withheld"],
  ],
  [
    "a prize above twenty times a small sale",
    { overflow: raffle(80_001), amount: 4_000, guardrail: wide },
    both,
    ["legal_limit"],
  ],
  [
    "where only buyers refer, the referrer's is held to the lowest sale",
    {
      overflow: raffle(30_001),
      legal: { ...cap, referrersLimitedToPurchasers: true },
    },
    [null, "friend"],
    ["overflow_withheld"],
  ],
  [
    "elsewhere there is no limit",
    { overflow: raffle(900_000), legal: { jurisdiction: null } },
    both,
    [],
  ],
])("the legal check: %s", (_, given, to, codes) => {
  const answer = plan(given);
  expect(answer.given).toEqual(to);
  expect(answer.codes).toEqual(codes);
});

test.each<[string, Given, (string | null)[]]>([
  [
    "nothing above the cap",
    { overflow: perk(1), cap: { fixedMinor: 1_500 } },
    neither,
  ],
  ["a reward of nothing", { overflow: perk(1), cap: { fixedMinor: 0 } }, []],
  [
    "a reward that the guardrail refuses",
    { overflow: perk(1), guardrail: { maxBps: 0, action: "refuse" } },
    [],
  ],
  ["everything refunded", { overflow: perk(1), refunded: 100_000 }, []],
  [
    "a cap that only a refund has lowered",
    {
      overflow: raffle(1),
      cap: { ofGrossBps: 1_000 },
      refunded: 90_000,
    },
    neither,
  ],
  [
    "part refunded, and the reward still at its cap",
    { overflow: perk(1), refunded: 50_000 },
    both,
  ],
])("%s", (_, given, to) => {
  expect(plan(given).given).toEqual(to);
});
