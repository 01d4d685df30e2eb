import { describe, expect, test } from "vitest";
import { defaultProgram, type Program, type Step } from "./program.ts";
import { rewardsFor } from "./rewards-for.ts";

const program = defaultProgram("https://shop.example/");
const now = 1_800_000_000_000;

function saleStep(change: Partial<Step>): Program {
  const steps = program.steps.map((step) =>
    step.on === "sale" ? { ...step, ...change } : step,
  );
  return { ...program, steps };
}

function plan(input: {
  program?: Program;
  on?: string;
  amount?: number | null;
  gross?: number;
  marginClass?: string;
  refunded?: number;
  at?: number;
}) {
  return rewardsFor({
    program: input.program ?? program,
    on: input.on ?? "sale",
    sale: {
      amountMinor: input.amount === undefined ? 100_000 : input.amount,
      grossProfitMinor: input.gross ?? null,
      marginClass: input.marginClass ?? null,
      refundedMinor: input.refunded ?? 0,
    },
    at: input.at ?? now,
  });
}

const amounts = (input: Parameters<typeof plan>[0]) =>
  plan(input).rewards.map((reward) => reward.amountMinor);
const codes = (input: Parameters<typeof plan>[0]) =>
  plan(input).warnings.map((warning) => warning.code);

describe("the default programme", () => {
  test.each([
    [100_000, 40_000, 1_200, []],
    [500_000, 200_000, 6_000, []],
    [3_000_000, 1_200_000, 20_000, ["cap_fixed"]],
  ])(
    "a sale of %i has a gross profit of %i and pays %i to each side",
    (amount, grossMinor, amountMinor, cappedBy) => {
      const answer = plan({ amount });
      expect(answer.grossMinor).toBe(grossMinor);
      expect(answer.warnings).toEqual([]);
      expect(answer.rewards).toMatchObject([
        { to: "referrer", kind: "points", amountMinor, cappedBy },
        { to: "friend", kind: "points", amountMinor, cappedBy },
      ]);
    },
  );

  test("a reward has these fields and no others", () => {
    expect(plan({ amount: 3_000_000 }).rewards[0]).toEqual({
      to: "referrer",
      kind: "points",
      name: null,
      amountMinor: 20_000,
      cappedBy: ["cap_fixed"],
      overflowMinor: 16_000,
      overflow: null,
    });
  });

  test("a lead needs no sale and gives each side its gift", () => {
    const answer = plan({ on: "lead", amount: null });
    expect(answer).toMatchObject({
      grossMinor: 0,
      warnings: [],
      rewards: [
        { to: "referrer", kind: "gift", amountMinor: 300 },
        { to: "friend", kind: "gift", amountMinor: 300 },
      ],
    });
  });

  test("a step it does not name pays nothing", () => {
    expect(plan({ on: "renewal" })).toEqual({
      rewards: [],
      warnings: [],
      grossMinor: 40_000,
    });
  });
});

describe("rounding and caps", () => {
  test.each([
    [666_666, 19_999, []],
    [666_667, 20_000, []],
    [666_699, 20_000, []],
    [666_700, 20_000, ["cap_fixed"]],
  ])(
    "a gross profit of %i pays %i, capped by %j",
    (gross, amountMinor, cappedBy) => {
      const answer = plan({ amount: 2_000_000, gross });
      expect(answer.rewards[0]).toMatchObject({ amountMinor, cappedBy });
    },
  );

  test("a rate on the sale binds on a tenth of gross profit below a 30 % margin", () => {
    const onSale = {
      ...saleStep({ base: "sale" }),
      margins: { default: 2000 },
    };
    expect(plan({ program: onSale }).rewards[0]).toMatchObject({
      amountMinor: 2_000,
      overflowMinor: 1_000,
      cappedBy: ["cap_of_gross"],
    });
  });

  test("both caps are named where they are equal", () => {
    const fixed = { kind: "points", fixedMinor: 30_000 } as const;
    const both = saleStep({ referrer: fixed, friend: null });
    expect(plan({ program: both, amount: 500_000 }).rewards[0]).toMatchObject({
      amountMinor: 20_000,
      cappedBy: ["cap_of_gross", "cap_fixed"],
    });
  });

  test.each([
    [3_333, [99, 99]],
    [34, [1, 1]],
    [33, []],
  ])(
    "a gross profit of %i is rounded down to %j, and no reward is 0",
    (gross, expected) => {
      expect(amounts({ gross })).toEqual(expected);
    },
  );

  test("the largest amounts stay exact", () => {
    const uncapped = saleStep({ cap: undefined, months: 120 });
    expect(amounts({ program: uncapped, amount: 1_000_000_000_000 })).toEqual([
      1_440_000_000_000, 1_440_000_000_000,
    ]);
  });
});

describe("margins", () => {
  const classes = {
    ...program,
    margins: { default: 4000, food: 2500, gift: 0 },
  };

  test("the class of goods decides", () => {
    expect(plan({ program: classes, marginClass: "food" }).grossMinor).toBe(
      25_000,
    );
    expect(plan({ program: classes, marginClass: "gift" }).grossMinor).toBe(0);
  });

  test.each(["wine", "constructor"])(
    "an unknown class (%s) takes the default margin and says so",
    (marginClass) => {
      const answer = plan({ program: classes, marginClass });
      expect(answer.grossMinor).toBe(40_000);
      expect(answer.warnings[0]?.code).toBe("unknown_margin_class");
    },
  );

  test("a stated gross profit beats the class, known or not", () => {
    const answer = plan({
      program: classes,
      marginClass: "wine",
      gross: 50_000,
    });
    expect(answer).toMatchObject({ grossMinor: 50_000, warnings: [] });
  });

  test("months multiply sale and gross profit alike", () => {
    const yearly = saleStep({ months: 12 });
    expect(plan({ program: yearly, amount: 10_000 })).toMatchObject({
      grossMinor: 48_000,
      rewards: [{ amountMinor: 1_440 }, { amountMinor: 1_440 }],
    });
    expect(
      plan({ program: yearly, amount: 10_000, gross: 5_000 }).grossMinor,
    ).toBe(60_000);
  });
});

describe("refunds", () => {
  test("half of the sale back takes half of the reward, all of it all", () => {
    expect(amounts({ refunded: 50_000 })).toEqual([600, 600]);
    expect(amounts({ refunded: 100_000 })).toEqual([]);
  });

  test("a capped reward loses only what is then missing", () => {
    expect(amounts({ amount: 3_000_000, refunded: 1_500_000 })).toEqual([
      18_000, 18_000,
    ]);
  });

  test("a stated gross profit shrinks in proportion, rounded down", () => {
    expect(plan({ amount: 3, gross: 2, refunded: 1 }).grossMinor).toBe(1);
  });

  test("a fixed amount stays until everything is back", () => {
    const fixed = saleStep({
      referrer: { kind: "points", fixedMinor: 500 },
      friend: null,
    });
    expect(amounts({ program: fixed, refunded: 40_000 })).toEqual([500]);
    expect(amounts({ program: fixed, refunded: 100_000 })).toEqual([]);
  });

  test("a lead's reward outlives refunds", () => {
    expect(amounts({ on: "lead", amount: 5_000, refunded: 5_000 })).toEqual([
      300, 300,
    ]);
  });

  test("a refund never gives what the whole sale was refused", () => {
    const strict = {
      ...saleStep({
        referrer: { kind: "cash", rateBps: 1000 },
        friend: { kind: "cash", rateBps: 1000 },
      }),
      guardrail: {
        base: "sale",
        maxBps: null,
        minRoiPercent: 410,
        action: "refuse",
      },
    } satisfies Program;
    expect(amounts({ program: strict, amount: 110, gross: 109 })).toEqual([
      10, 10,
    ]);
    expect(amounts({ program: strict, amount: 110, gross: 110 })).toEqual([]);
    expect(
      amounts({ program: strict, amount: 110, gross: 110, refunded: 1 }),
    ).toEqual([]);
  });
});

describe("the guardrail", () => {
  const generous = (guardrail: Partial<Program["guardrail"]>): Program => ({
    ...saleStep({
      base: "sale",
      cap: undefined,
      referrer: { kind: "points", rateBps: 2000 },
      friend: { kind: "points", rateBps: 1000 },
    }),
    guardrail: { ...program.guardrail, ...guardrail },
  });

  test("cuts both sides in proportion to a share of the sale", () => {
    expect(plan({ program: generous({}) }).rewards).toMatchObject([
      { amountMinor: 10_000, cappedBy: ["guardrail"] },
      { amountMinor: 5_000, cappedBy: ["guardrail"] },
    ]);
  });

  test("cuts to a share of gross profit", () => {
    const ofGross = generous({ base: "gross_profit", maxBps: 3000 });
    expect(amounts({ program: ofGross })).toEqual([8_000, 4_000]);
  });

  test("gives the odd unit to the larger remainder, a tie to the referrer", () => {
    expect(amounts({ program: generous({}), amount: 107 })).toEqual([11, 5]);
    const equal = {
      ...generous({}),
      ...saleStep({
        base: "sale",
        cap: undefined,
        referrer: { kind: "points", rateBps: 1000 },
        friend: { kind: "points", rateBps: 1000 },
      }),
    };
    expect(amounts({ program: equal, amount: 100 })).toEqual([8, 7]);
  });

  test("keeps a lowest return on the rewards", () => {
    const roi = generous({ maxBps: null, minRoiPercent: 300 });
    expect(amounts({ program: roi })).toEqual([6_667, 3_333]);
  });

  test("only warns where told to", () => {
    const warn = generous({ action: "warn" });
    expect(amounts({ program: warn })).toEqual([20_000, 10_000]);
    expect(codes({ program: warn })).toEqual(["guardrail"]);
  });

  test("refuses where told to, and says so", () => {
    const refuse = generous({ action: "refuse" });
    expect(amounts({ program: refuse })).toEqual([]);
    expect(codes({ program: refuse })).toEqual(["guardrail"]);
  });

  test("does not touch a lead, which has no sale", () => {
    const refuse = generous({ action: "refuse", minRoiPercent: 100 });
    expect(amounts({ program: refuse, on: "lead", amount: null })).toEqual([
      300, 300,
    ]);
  });
});

describe("the legal check", () => {
  const gifts = (legal: Partial<Program["legal"]>, gift = 5_000): Program => ({
    ...saleStep({
      cap: undefined,
      referrer: { kind: "gift", fixedMinor: gift },
      friend: { kind: "gift", fixedMinor: gift },
    }),
    guardrail: { ...program.guardrail, maxBps: null },
    legal: { ...program.legal, ...legal },
  });

  test("warns of the friend's gift above a fifth of the sale, the referrer's is free", () => {
    const answer = plan({ program: gifts({}), amount: 24_999 });
    expect(answer.rewards.map((reward) => reward.amountMinor)).toEqual([
      5_000, 5_000,
    ]);
    expect(answer.warnings).toHaveLength(1);
    expect(answer.warnings[0]).toMatchObject({ code: "legal_limit" });
    expect(answer.warnings[0]?.message).toContain("4999");
    expect(codes({ program: gifts({}), amount: 25_000 })).toEqual([]);
  });

  test("caps where told to", () => {
    const capped = plan({ program: gifts({ action: "cap" }), amount: 10_000 });
    expect(capped.rewards).toMatchObject([
      { amountMinor: 5_000, cappedBy: [] },
      { amountMinor: 2_000, cappedBy: ["legal"] },
    ]);
  });

  test("where only buyers may refer, the referrer's gift is held to the lowest sale", () => {
    const buyers = gifts({ action: "cap", referrersLimitedToPurchasers: true });
    expect(amounts({ program: buyers, amount: 10_000 })).toEqual([300, 2_000]);
  });

  test("keeps to the first payment, whatever the months", () => {
    const yearly = gifts({ action: "cap" }, 4_000);
    yearly.steps = yearly.steps.map((step) => ({ ...step, months: 102 }));
    expect(amounts({ program: yearly, amount: 980 })).toEqual([4_000, 200]);
  });

  test("a lifetime of 100,000 allows 4,000, and a first payment of 980 a gift of 200", () => {
    const gift = { kind: "gift", rateBps: 2_000 } as const;
    const lifetime = saleStep({ referrer: gift, friend: gift });
    const answer = plan({ program: lifetime, amount: 980, gross: 40_000 });
    expect(answer.rewards.map(({ overflowMinor }) => overflowMinor)).toEqual([
      4_000, 4_000,
    ]);
    const free = { ...lifetime.guardrail, maxBps: null };
    const open = { ...lifetime, guardrail: free };
    expect(amounts({ program: open, amount: 980, gross: 40_000 })).toEqual([
      4_000, 4_000,
    ]);
    expect(codes({ program: open, amount: 980, gross: 40_000 })).toEqual([
      "legal_limit",
    ]);
    const strict = {
      ...open,
      legal: { ...open.legal, action: "cap" },
    } satisfies Program;
    expect(amounts({ program: strict, amount: 980, gross: 40_000 })).toEqual([
      4_000, 200,
    ]);
  });

  test("a lead is held to the lowest sale", () => {
    const lead = (lowestSaleMinor: number) => ({
      ...program,
      legal: { ...program.legal, lowestSaleMinor },
    });
    expect(codes({ program: lead(1_499), on: "lead", amount: null })).toEqual([
      "legal_limit",
    ]);
    expect(codes({ program: lead(1_500), on: "lead", amount: null })).toEqual(
      [],
    );
  });

  test("elsewhere there is none", () => {
    expect(
      codes({ program: gifts({ jurisdiction: null }), amount: 980 }),
    ).toEqual([]);
    expect(
      codes({ program: gifts({ jurisdiction: "FR" }), amount: 980 }),
    ).toEqual([]);
  });
});

describe("boosts", () => {
  const doubled: Program = {
    ...program,
    boosts: [
      {
        from: now,
        to: now + 1_000,
        on: "sale",
        friend: { kind: "coupon", rateBps: 600 },
      },
    ],
  };

  test.each([
    [now - 1, 1_200],
    [now, 2_400],
    [now + 999, 2_400],
    [now + 1_000, 1_200],
  ])("a touch at %i earns the friend %i", (at, friend) => {
    expect(amounts({ program: doubled, at })).toEqual([1_200, friend]);
  });

  test("a boost may take a side's reward away", () => {
    const none = {
      ...program,
      boosts: [{ from: 0, to: now + 1, on: "sale", referrer: null }],
    };
    expect(plan({ program: none }).rewards.map((reward) => reward.to)).toEqual([
      "friend",
    ]);
  });
});

describe("perks", () => {
  const training = (valueMinor: number) =>
    saleStep({ friend: { kind: "perk", name: "Training day", valueMinor } });

  test("are worth their value", () => {
    expect(plan({ program: training(3_000) }).rewards[1]).toMatchObject({
      kind: "perk",
      name: "Training day",
      amountMinor: 3_000,
    });
  });

  test("are given whole or not at all", () => {
    const answer = plan({ program: training(5_000) });
    expect(answer.rewards.map((reward) => reward.to)).toEqual(["referrer"]);
    expect(answer.warnings[0]?.code).toBe("perk_withheld");
  });
});
