import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { turnBudget } from "./turn-budget.ts";

/** Lets callers come, each by a connection of their own unless it is named. */
function open(limits: { callers: number; each: number }) {
  let time = 0;
  const isTooMuch = turnBudget({ turnMs: 100, ...limits }, () => time);
  return (at: number, caller: object = {}) => {
    time = at;
    return isTooMuch(caller);
  };
}

test("what comes in a turn is taken until its time is over, and again in the next", async () => {
  const come = open({ callers: 2, each: 1 });
  expect([0, 50, 100, 101, 140].map((at) => come(at))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  await nextTurn();
  expect([5_000, 5_050, 5_200].map((at) => come(at))).toEqual([
    false,
    false,
    true,
  ]);
});

test("a turn that is long for another reason takes what there is", () => {
  const come = open({ callers: 3, each: 1 });
  expect([0, 900, 901, 902].map((at) => come(at))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("who asks again and again in one turn is refused from some number on, and makes no crowd", async () => {
  const come = open({ callers: 2, each: 3 });
  const greedy = {};
  const asked = () => [0, 1, 2, 3, 900].map((at) => come(at, greedy));
  expect(asked()).toEqual([false, false, false, true, true]);
  expect(come(901)).toBe(false);
  expect(come(902)).toBe(true);
  await nextTurn();
  expect(asked()).toEqual([false, false, false, true, true]);
});

test("a crowd that goes on is taken for a shorter time each turn, and one that is gone is forgotten", async () => {
  const come = open({ callers: 1, each: 1 });
  const takenUntil = async () => {
    const instants = Array.from({ length: 12 }, (_, n) => n * 10);
    const taken = instants.filter((at) => !come(at));
    await nextTurn();
    return Math.max(...taken);
  };
  const last: number[] = [];
  for (let n = 0; n < 7; n++) last.push(await takenUntil());
  expect(last).toEqual([100, 100, 50, 30, 20, 20, 20]);
  come(0);
  await nextTurn();
  expect(await takenUntil()).toBe(100);
});
