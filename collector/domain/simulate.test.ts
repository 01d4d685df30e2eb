import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultProgram } from "./program.ts";
import { rewardsFor } from "./rewards-for.ts";
import { type Simulation, simulate } from "./simulate.ts";

const cap = { ofGrossBps: 1000, fixedMinor: 20_000 };
const usual: Simulation = {
  pricesMinor: [100_000],
  ratesBps: [300],
  marginBps: 4000,
  base: "gross_profit",
  cap,
};
const one = (change: Partial<Simulation>) =>
  simulate({ ...usual, ...change }).rows[0];
const codes = (change: Partial<Simulation>) =>
  simulate({ ...usual, ...change }).advice.map((advice) => advice.code);

test.each([
  [100_000, 40_000, 1_200, 4_000, 1_200, 2_400, 20_000],
  [500_000, 200_000, 6_000, 20_000, 6_000, 12_000, 100_000],
  [3_000_000, 1_200_000, 36_000, 20_000, 20_000, 40_000, 600_000],
])("a sale of %i", (price, gross, raw, most, paid, both, limit) => {
  expect(one({ pricesMinor: [price] })).toMatchObject({
    grossMinor: gross,
    rawMinor: raw,
    capMinor: most,
    perPersonMinor: paid,
    bothMinor: both,
    cappedBy: raw > paid ? ["cap_fixed"] : [],
    legal: { limitMinor: limit, ok: true },
  });
});

test("rows come by price, and by rate within it, as given", () => {
  const { rows } = simulate({
    ...usual,
    pricesMinor: [500_000, 100_000],
    ratesBps: [300, 200, 500],
  });
  expect(rows.map((row) => [row.priceMinor, row.rateBps])).toEqual([
    [500_000, 300],
    [500_000, 200],
    [500_000, 500],
    [100_000, 300],
    [100_000, 200],
    [100_000, 500],
  ]);
});

test("a row has these fields and no others", () => {
  expect(one({})).toEqual({
    priceMinor: 100_000,
    rateBps: 300,
    grossMinor: 40_000,
    rawMinor: 1_200,
    capMinor: 4_000,
    perPersonMinor: 1_200,
    bothMinor: 2_400,
    giftsMinor: 0,
    roiPercent: 1_566.67,
    cappedBy: [],
    guardrailOk: true,
    legal: { limitMinor: 20_000, ok: true },
  });
});

test("without a cap the rate is paid", () => {
  expect(one({ cap: undefined, pricesMinor: [3_000_000] })).toMatchObject({
    capMinor: null,
    perPersonMinor: 36_000,
    cappedBy: [],
  });
});

test("a rate on the sale is held by the share of gross profit at a low margin", () => {
  expect(one({ base: "sale", marginBps: 2000 })).toMatchObject({
    rawMinor: 3_000,
    capMinor: 2_000,
    perPersonMinor: 2_000,
    cappedBy: ["cap_of_gross"],
  });
});

test("gifts for leads are part of the cost", () => {
  expect(one({ leadGiftMinor: 300, leadsPerSale: 5 })).toMatchObject({
    bothMinor: 2_400,
    giftsMinor: 3_000,
    roiPercent: 640.74,
  });
  expect(one({ leadGiftMinor: 300, leadsPerSale: 1.1 })?.giftsMinor).toBe(660);
  expect(one({ leadGiftMinor: 300 })?.giftsMinor).toBe(0);
});

test.each([
  [3_000_000, 32_000, 1_566.67],
  [100_000, 0, 1_566.67],
])(
  "perks for what is above the cap at %i cost %i, and count like gifts",
  (price, overflowMinor, roi) => {
    const overflow = {
      kind: "perk",
      name: "Training",
      valueMinor: 16_000,
    } as const;
    const row = one({ pricesMinor: [price], overflow });
    expect(row?.overflowMinor).toBe(overflowMinor);
    expect(row?.roiPercent).toBe(roi);
    const raffle = { kind: "raffle", prize: "Trip", valueMinor: 9 } as const;
    expect(one({ pricesMinor: [price], overflow: raffle })?.overflowMinor).toBe(
      0,
    );
  },
);

test("what is given nothing for returns 0", () => {
  expect(one({ ratesBps: [0] })?.roiPercent).toBe(0);
});

test("a first payment of 980 for a lifetime of 100,000 is legal up to 200 only", () => {
  const ltv = { pricesMinor: [980], months: 102, ratesBps: [1000] };
  expect(one(ltv)).toMatchObject({
    grossMinor: 39_984,
    capMinor: 3_998,
    perPersonMinor: 3_998,
    legal: { limitMinor: 200, ok: false },
  });
  expect(codes(ltv)).toEqual(["legal"]);
});

describe("the guardrail", () => {
  const guardrail = { base: "sale", maxBps: 1500 } as const;

  test.each([
    [1875, true],
    [1876, false],
  ])("at a rate of %i basis points of gross profit holds: %s", (rate, ok) => {
    expect(one({ cap: null, ratesBps: [rate], guardrail })?.guardrailOk).toBe(
      ok,
    );
  });

  test("counts gifts, and the share of gross profit where told to", () => {
    const gifts = { leadGiftMinor: 1_300, leadsPerSale: 5, guardrail };
    expect(one(gifts)?.guardrailOk).toBe(false);
    const ofGross = { base: "gross_profit", maxBps: 600 } as const;
    expect(one({ guardrail: ofGross })?.guardrailOk).toBe(true);
    expect(one({ guardrail: { ...ofGross, maxBps: 599 } })?.guardrailOk).toBe(
      false,
    );
  });

  test("keeps a lowest return", () => {
    const lowest = (minRoiPercent: number) => ({
      guardrail: { minRoiPercent, maxBps: null },
    });
    expect(one(lowest(1_566))?.guardrailOk).toBe(true);
    expect(one(lowest(1_567))?.guardrailOk).toBe(false);
  });
});

describe("advice", () => {
  test("says nothing about the usual rules", () => {
    expect(codes({})).toEqual([]);
  });

  test("below a 35 % margin, says where to start", () => {
    const { advice } = simulate({ ...usual, marginBps: 3499 });
    expect(advice[0]?.code).toBe("low_margin");
    expect(advice[0]?.message).toContain("1.5 to 2 %");
    expect(codes({ marginBps: 3500 })).toEqual([]);
  });

  test("names each problem once, with an example", () => {
    const { advice } = simulate({
      ...usual,
      pricesMinor: [1_000, 2_000],
      ratesBps: [5000],
      base: "sale",
      cap: null,
      leadGiftMinor: 300,
      leadsPerSale: 1,
      guardrail: { maxBps: 1500 },
    });
    expect(advice.map(({ code }) => code)).toEqual([
      "loses_money",
      "guardrail",
      "legal",
      "legal_gift",
    ]);
    expect(advice[0]?.message).toBe(
      "At a price of 1000 and a rate of 50 %, rewards and gifts of 1600 are more than the gross profit of 400. Lower the rate, the gift, or the leads needed for a sale. The same in 1 more.",
    );
  });

  test.each([
    ["perk", 600_000, ["cap_binds"]],
    ["perk", 600_001, ["loses_money", "cap_binds", "legal_overflow"]],
    ["raffle", 100_000, ["cap_binds"]],
    ["raffle", 100_001, ["cap_binds", "legal_overflow"]],
  ] as const)(
    "of a %s worth %i for what is above the cap: %j",
    (kind, valueMinor, said) => {
      const overflow =
        kind === "perk"
          ? { kind, name: "Training", valueMinor }
          : { kind, prize: "Trip", valueMinor };
      const found = codes({ pricesMinor: [3_000_000], overflow });
      expect(found).toEqual(
        valueMinor === 600_000 ? ["loses_money", ...said] : said,
      );
    },
  );

  test("says that a cap binds, and that a reward rounds to nothing", () => {
    expect(codes({ pricesMinor: [3_000_000] })).toEqual(["cap_binds"]);
    expect(codes({ pricesMinor: [80] })).toEqual(["pays_nothing"]);
  });
});

test("simulation and real rewards agree", () => {
  const program = defaultProgram("https://shop.example/");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.constantFrom("sale" as const, "gross_profit" as const),
      fc.integer({ min: 1, max: 24 }),
      (price, rateBps, marginBps, base, months) => {
        const amount = { kind: "points", rateBps } as const;
        const step = { on: "sale", holdDays: 0, budgetMinor: null };
        const { rewards, grossMinor } = rewardsFor({
          program: {
            ...program,
            margins: { default: marginBps },
            steps: [
              { ...step, base, months, cap, referrer: amount, friend: amount },
            ],
            guardrail: { ...program.guardrail, maxBps: null },
          },
          on: "sale",
          sale: {
            amountMinor: price,
            grossProfitMinor: null,
            marginClass: null,
            refundedMinor: 0,
          },
          at: 0,
        });
        const row = one({
          pricesMinor: [price],
          ratesBps: [rateBps],
          marginBps,
          base,
          months,
        });
        expect(grossMinor).toBe(row?.grossMinor);
        expect(rewards[0]?.amountMinor ?? 0).toBe(row?.perPersonMinor);
        expect(rewards[0]?.cappedBy ?? []).toEqual(
          row?.perPersonMinor ? row.cappedBy : [],
        );
      },
    ),
  );
});
