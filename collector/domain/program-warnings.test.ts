import { describe, expect, test } from "vitest";
import { defaultProgram, type Program, type Step } from "./program.ts";
import { programWarnings } from "./program-warnings.ts";

const program = defaultProgram("https://shop.example/");
const withStep = (on: string, change: Partial<Step>): Program => ({
  ...program,
  steps: program.steps.map((step) =>
    step.on === on ? { ...step, ...change } : step,
  ),
});
const codes = (rules: Program) =>
  programWarnings(rules).map((warning) => warning.code);

test("the default programme has no fault", () => {
  expect(programWarnings(program)).toEqual([]);
});

describe("losing money", () => {
  const fixed = withStep("sale", {
    cap: undefined,
    referrer: { kind: "points", fixedMinor: 400 },
    friend: { kind: "points", fixedMinor: 400 },
  });
  const unguarded: Program = {
    ...fixed,
    guardrail: { ...program.guardrail, maxBps: null },
  };

  test("a fixed amount above the profit of the lowest sale is said so", () => {
    expect(programWarnings(unguarded)).toMatchObject([
      {
        code: "can_lose_money",
        message:
          "A sale of 1500 has a gross profit of 600, and its rewards would be 800. Lower them, add a cap of gross profit, or let the guardrail cap.",
        figures: [{ amountMinor: 1500, grossMinor: 600, costMinor: 800 }],
      },
    ]);
  });

  test("a class of goods with a small margin is said so", () => {
    const steep = {
      ...withStep("sale", { base: "sale", cap: undefined }),
      margins: { default: 4000, sake: 500 },
    };
    expect(codes(steep)).toEqual(["can_lose_money"]);
    expect(programWarnings(steep)[0]?.message).toContain('"sake"');
  });

  test("a boost is said so", () => {
    const steep: Program = {
      ...withStep("sale", { cap: undefined }),
      guardrail: { ...program.guardrail, maxBps: null },
      boosts: [
        {
          from: 0,
          to: 1,
          on: "sale",
          friend: { kind: "points", rateBps: 9_999 },
        },
      ],
    };
    expect(codes(steep)).toEqual(["can_lose_money"]);
    expect(programWarnings(steep)[0]?.message).toContain("during a boost");
  });

  test("a guardrail that caps prevents it, and is said to cut the offer", () => {
    expect(codes(fixed)).toEqual(["guardrail"]);
  });

  test("a guardrail that only warns does not prevent it", () => {
    const warned: Program = {
      ...fixed,
      guardrail: { ...program.guardrail, action: "warn" },
    };
    expect(codes(warned)).toEqual(["can_lose_money", "guardrail"]);
  });

  test("gifts for a lead that its sale does not earn are said so, with the figures", () => {
    const cash = (fixedMinor: number) => {
      const amount = { kind: "cash", fixedMinor } as const;
      return withStep("lead", { referrer: amount, friend: amount });
    };
    const found = (rules: Program) =>
      programWarnings(rules).find(({ code }) => code === "can_lose_money");
    expect(found(cash(30_000))?.message).toBe(
      "A sale of 15000 has a gross profit of 6000; its rewards of 360 and the 60000 for a lead would be 60360 together at 1 lead for each sale, and 120360 at 2 leads for each sale. Lower what a lead gives.",
    );
    expect(found(cash(5_000))).toBeDefined();
    expect(found(cash(2_820))).toBeUndefined();
    expect(found(cash(2_821))).toBeDefined();
    const thin = { ...program, margins: { default: 4000, sake: 300 } };
    expect(found(thin)?.message).toContain('in the class "sake"');
    const unpriced = { ...cash(30_000).legal, lowestSaleMinor: 0 };
    expect(found({ ...cash(30_000), legal: unpriced })).toBeUndefined();
  });

  test("rewards for leads without limit or budget are said so", () => {
    const unlimited = { ...program, limits: [] };
    expect(codes(unlimited)).toEqual(["unlimited_leads"]);
    expect(codes({ ...unlimited, budgetMinor: 100_000 })).toEqual([]);
  });
});

describe("the law", () => {
  test.each(["warn", "cap"] as const)(
    "a gift for a lead above the limit of the lowest sale is said so (%s)",
    (action) => {
      const legal = { ...program.legal, lowestSaleMinor: 1_000, action };
      expect(codes({ ...program, legal })).toEqual(["legal_limit"]);
    },
  );

  test("what is so at several steps is one warning, with each of them", () => {
    const rules = withStep("sale", {
      cap: undefined,
      friend: { kind: "gift", fixedMinor: 301 },
    });
    const legal = { ...program.legal, lowestSaleMinor: 1_000 };
    const guardrail = { ...program.guardrail, maxBps: null };
    const found = programWarnings({ ...rules, legal, guardrail }).filter(
      ({ code }) => code === "legal_limit",
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/^A lead.*A sale of 1000/);
  });

  test("a raffle's prize above the limit of lotteries is said so", () => {
    const prize = (valueMinor: number) =>
      withStep("sale", {
        overflow: { kind: "raffle", prize: "Trip", valueMinor },
      });
    expect(codes(prize(30_000))).toEqual([]);
    expect(codes(prize(30_001))).toEqual(["legal_raffle"]);
  });
});

describe("what is above the cap", () => {
  // The cap of 20,000 begins to cut 3 % of gross profit at a sale of 1,666,750, which earns 666,700.
  const perk = (valueMinor: number) =>
    withStep("sale", {
      friend: null,
      overflow: { kind: "perk", name: "Training", valueMinor },
    });
  const prize = (valueMinor: number, change: Partial<Step> = {}) =>
    withStep("sale", {
      overflow: { kind: "raffle", prize: "Trip", valueMinor },
      ...change,
    });

  test("a perk that the guardrail leaves no room for is said so", () => {
    expect(codes(perk(230_012))).toEqual([]);
    expect(codes(perk(230_013))).toEqual(["overflow_withheld"]);
  });

  test("a prize that one sale cannot pay for is said so, with the sales it takes", () => {
    const anybody = { friend: null };
    expect(codes(prize(646_700, anybody))).toEqual([]);
    const [warning] = programWarnings(prize(646_701, anybody));
    expect(warning?.code).toBe("raffle_cost");
    expect(warning?.message).toContain("at least 2 such sales");
  });

  test("a prize that the friend's purchase does not allow is said so", () => {
    expect(codes(prize(100_001))).toEqual(["legal_limit", "legal_raffle"]);
  });

  test("a perk that costs more than its sale earns is said so", () => {
    const steep: Program = {
      ...withStep("sale", {
        friend: null,
        overflow: { kind: "perk", name: "Training", valueMinor: 646_701 },
      }),
      guardrail: { ...program.guardrail, maxBps: null },
    };
    expect(programWarnings(steep)).toMatchObject([
      {
        code: "can_lose_money",
        message:
          "A sale of 1666750 has a gross profit of 666700, and its rewards of 20000 and the perks for what is above the cap would be 666701 together. Lower them, add a cap of gross profit, or let the guardrail cap.",
      },
    ]);
  });

  test("without a cap nothing is ever above it", () => {
    const overflow = { kind: "perk", name: "Training", valueMinor: 1 } as const;
    expect(codes(withStep("sale", { cap: undefined, overflow }))).toEqual([
      "overflow_without_cap",
    ]);
    expect(codes(withStep("lead", { overflow }))).toEqual([
      "overflow_without_cap",
    ]);
  });
});

describe("contradictions", () => {
  const points = { kind: "points" } as const;
  test.each<[string, Program, string]>([
    [
      "an amount above its cap",
      withStep("sale", { friend: { ...points, rateBps: 1_001 } }),
      "above_cap",
    ],
    [
      "a rate of a lead",
      withStep("lead", { friend: { ...points, rateBps: 300 } }),
      "rate_on_lead",
    ],
    [
      "a step twice",
      { ...program, steps: [...program.steps, ...program.steps.slice(1)] },
      "repeated_step",
    ],
    [
      "a boost of an unknown step",
      { ...program, boosts: [{ from: 0, to: 1, on: "renewal" }] },
      "unknown_step",
    ],
    [
      "an end before the start",
      { ...program, startsAt: 2, endsAt: 2 },
      "ends_before_start",
    ],
    [
      "an empty boost",
      { ...program, boosts: [{ from: 1, to: 1, on: "sale" }] },
      "ends_before_start",
    ],
    [
      "boosts that overlap",
      {
        ...program,
        boosts: [
          { from: 0, to: 2, on: "sale" },
          { from: 1, to: 3, on: "sale" },
        ],
      },
      "overlapping_boosts",
    ],
    ["no rewards", { ...program, steps: [], limits: [] }, "no_rewards"],
  ])("%s", (_, rules, code) => {
    expect(codes(rules)).toEqual([code]);
  });

  test("boosts that follow each other are none", () => {
    const boosts = [
      { from: 0, to: 1, on: "sale" },
      { from: 1, to: 2, on: "sale" },
    ];
    expect(codes({ ...program, boosts })).toEqual([]);
  });
});
