import { expect, test } from "vitest";
import { defaultProgram, type Program } from "./program.ts";
import { type PastConversion, rehearse } from "./rehearse.ts";

const program = defaultProgram("https://shop.example/");
const at = Date.UTC(2026, 3, 1);

function sale(change: Partial<PastConversion> = {}): PastConversion {
  return {
    on: "sale",
    at,
    touchAt: at,
    friend: "frd_1",
    sale: {
      amountMinor: 100_000,
      grossProfitMinor: null,
      marginClass: null,
      refundedMinor: 0,
    },
    sides: {
      referrer: { member: "mem_1", amountMinor: 1_200, refused: false },
      friend: { member: null, amountMinor: 1_200, refused: false },
    },
    ...change,
  };
}

function withRate(rateBps: number, change: Partial<Program> = {}): Program {
  const side = { kind: "points" as const, rateBps };
  return {
    ...program,
    steps: program.steps.map((step) =>
      step.on === "sale" ? { ...step, referrer: side, friend: side } : step,
    ),
    ...change,
  };
}

test("under the same rules nothing changes", () => {
  expect(rehearse(program, [sale()])).toEqual({
    before: { rewards: 2, costMinor: 2_400 },
    after: { rewards: 2, costMinor: 2_400 },
    members: [{ member: "mem_1", beforeMinor: 1_200, afterMinor: 1_200 }],
  });
});

test("a higher rate costs more, and members gain", () => {
  const { after, members } = rehearse(withRate(400), [sale()]);
  expect(after).toEqual({ rewards: 2, costMinor: 3_200 });
  expect(members).toEqual([
    { member: "mem_1", beforeMinor: 1_200, afterMinor: 1_600 },
  ]);
});

test("the member with the largest change comes first", () => {
  const other = sale({
    friend: "frd_2",
    sale: { ...sale().sale, amountMinor: 500_000 },
    sides: {
      referrer: { member: "mem_2", amountMinor: 6_000, refused: false },
      friend: { member: "mem_3", amountMinor: 6_000, refused: false },
    },
  });
  const { members } = rehearse(withRate(200), [sale(), other]);
  expect(members.map(({ member }) => member)).toEqual([
    "mem_2",
    "mem_3",
    "mem_1",
  ]);
});

test("a friend's step pays once", () => {
  const again = sale({
    at: at + 1,
    sides: {
      referrer: { member: "mem_1", amountMinor: 0, refused: false },
      friend: { member: null, amountMinor: 0, refused: false },
    },
  });
  const { after } = rehearse(program, [again, sale()]);
  expect(after).toEqual({ rewards: 2, costMinor: 2_400 });
});

test("what was refused for another reason stays refused", () => {
  const { referrer, friend } = sale().sides;
  const { after } = rehearse(program, [
    sale({
      sides: {
        referrer: { ...referrer, amountMinor: 0, refused: true },
        friend,
      },
    }),
  ]);
  expect(after).toEqual({ rewards: 1, costMinor: 1_200 });
});

test("limits and budgets brake, beginning empty", () => {
  const many = Array.from({ length: 5 }, (_, index) =>
    sale({ friend: `frd_${index}`, at: at + index }),
  );
  const limited = withRate(300, {
    limits: [
      { per: "member", on: "sale", unit: "count", max: 2, window: "month" },
    ],
  });
  expect(rehearse(limited, many).members[0]?.afterMinor).toBe(2_400);
  const budget = withRate(300, { limits: [], budgetMinor: 5_000 });
  expect(rehearse(budget, many).after.costMinor).toBe(4_800);
});

test("a campaign counts by the time of the touch", () => {
  const boosted = withRate(300, {
    boosts: [
      {
        from: at - 10,
        to: at + 10,
        on: "sale",
        friend: { kind: "points", rateBps: 600 },
      },
    ],
  });
  expect(rehearse(boosted, [sale()]).after.costMinor).toBe(3_600);
  const before = sale({ touchAt: at - 11 });
  expect(rehearse(boosted, [before]).after.costMinor).toBe(2_400);
});

test("perks for what is above a cap cost too, as far as limits and budgets hold them", () => {
  const deal = (friend: string) =>
    sale({ friend, sale: { ...sale().sale, amountMinor: 3_000_000 } });
  const perk = { kind: "perk", name: "Training", valueMinor: 10_000 } as const;
  const costOf = (change: Partial<Program>) => {
    const rules = withRate(300, { limits: [], ...change });
    const steps = rules.steps.map((step) => ({ ...step, overflow: perk }));
    const deals = [deal("frd_1"), deal("frd_2")];
    return rehearse({ ...rules, steps }, deals).after;
  };
  expect(costOf({})).toEqual({ rewards: 4, costMinor: 120_000 });
  expect(costOf({ budgetMinor: 119_999 }).costMinor).toBe(110_000);
  expect(
    costOf({
      limits: [
        { per: "member", on: null, unit: "count", max: 2, window: "month" },
        {
          per: "member",
          on: null,
          unit: "money",
          max: 55_000,
          window: "month",
        },
      ],
    }),
  ).toEqual({ rewards: 4, costMinor: 110_000 });
});
