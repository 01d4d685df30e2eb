import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { turnBudget } from "./turn-budget.ts";

test("what comes in a turn is taken until its time is over, and again in the next", async () => {
  let time = 0;
  const isTooMuch = turnBudget({ turnMs: 100, atLeast: 2, now: () => time });
  const come = (at: number) => {
    time = at;
    return isTooMuch();
  };
  expect([0, 50, 100, 101, 140].map(come)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  await nextTurn();
  expect([5_000, 5_050, 5_200].map(come)).toEqual([false, false, true]);
});

test("a turn that is long for another reason takes what there is", () => {
  let time = 0;
  const isTooMuch = turnBudget({ turnMs: 100, atLeast: 3, now: () => time });
  const come = (at: number) => {
    time = at;
    return isTooMuch();
  };
  expect([0, 900, 901, 902].map(come)).toEqual([false, false, false, true]);
});
