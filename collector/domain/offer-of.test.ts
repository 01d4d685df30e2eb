import { describe, expect, test } from "vitest";
import { offerOf } from "./offer-of.ts";
import { defaultProgram, type Program, type Step } from "./program.ts";

const program = defaultProgram("https://shop.example/");
const withSale = (change: Partial<Step>): Program => ({
  ...program,
  steps: program.steps.map((step) =>
    step.on === "sale" ? { ...step, ...change } : step,
  ),
});
const saleTerm = (change: Partial<Step>) =>
  offerOf(withSale(change)).steps[1]?.friend;

test("the default programme offers 300 yen for a lead and 1.2 % of the price, 20,000 yen at most, for a sale", () => {
  const gift = {
    kind: "gift",
    currency: "JPY",
    fixedMinor: 300,
    ofPriceBps: null,
    maxMinor: null,
    name: null,
  };
  const points = {
    kind: "points",
    currency: "JPY",
    fixedMinor: null,
    ofPriceBps: 120,
    maxMinor: 20_000,
    name: null,
  };
  expect(offerOf(program)).toEqual({
    referrer: gift,
    friend: gift,
    steps: [
      { on: "lead", holdDays: 0, referrer: gift, friend: gift },
      { on: "sale", holdDays: 30, referrer: points, friend: points },
    ],
  });
});

describe("a rate is stated as a share of the price", () => {
  const rateBps = 300;
  test.each<[string, Partial<Step>, number]>([
    ["of the sale itself", { base: "sale" }, 300],
    ["of twelve months", { months: 12 }, 1_440],
    [
      "held by a cap of gross profit",
      { base: "sale", cap: { ofGrossBps: 500 } },
      200,
    ],
    ["rounded down", { friend: { kind: "points", rateBps: 333 } }, 133],
  ])("%s", (_, change, ofPriceBps) => {
    const friend = { kind: "points", rateBps } as const;
    expect(saleTerm({ friend, ...change })?.ofPriceBps).toBe(ofPriceBps);
  });
});

test("a fixed amount above the cap is offered at the cap", () => {
  const friend = { kind: "coupon", fixedMinor: 30_000 } as const;
  expect(saleTerm({ friend })).toMatchObject({
    fixedMinor: 20_000,
    ofPriceBps: null,
    maxMinor: null,
  });
});

test("a perk is offered by name and value", () => {
  const friend = { kind: "perk", name: "Training", valueMinor: 9_000 } as const;
  expect(saleTerm({ friend })).toMatchObject({
    kind: "perk",
    name: "Training",
    fixedMinor: 9_000,
  });
});

test("each side's headline is the first step that pays it", () => {
  const friendOnly = {
    ...program,
    steps: program.steps.map((step) =>
      step.on === "lead" ? { ...step, referrer: null } : step,
    ),
  };
  expect(offerOf(friendOnly).referrer?.ofPriceBps).toBe(120);
  expect(offerOf(friendOnly).friend?.fixedMinor).toBe(300);
  expect(offerOf({ ...program, steps: [] })).toEqual({
    referrer: null,
    friend: null,
    steps: [],
  });
});

test("a boost is offered while it is in force", () => {
  const boosted: Program = {
    ...program,
    boosts: [
      {
        from: 10,
        to: 20,
        on: "lead",
        friend: { kind: "gift", fixedMinor: 500 },
      },
    ],
  };
  expect(offerOf(boosted, 10).friend?.fixedMinor).toBe(500);
  expect(offerOf(boosted, 20).friend?.fixedMinor).toBe(300);
  expect(offerOf(boosted).friend?.fixedMinor).toBe(300);
});
