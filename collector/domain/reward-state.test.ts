import { expect, test } from "vitest";
import { may, nextState } from "./reward-state.ts";

test.each([
  ["pending", "confirm", "confirmed"],
  ["pending", "pay", null],
  ["pending", "void", "void"],
  ["confirmed", "confirm", null],
  ["confirmed", "pay", "paid"],
  ["confirmed", "void", "void"],
  ["paid", "confirm", null],
  ["paid", "pay", null],
  ["paid", "void", null],
  ["void", "confirm", null],
  ["void", "pay", null],
  ["void", "void", null],
] as const)("a %s reward, told to %s, becomes %s", (state, act, next) => {
  expect(nextState(state, act)).toBe(next);
  expect(may(state, act)).toBe(next !== null);
});
