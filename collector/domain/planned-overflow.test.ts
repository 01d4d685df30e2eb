import { expect, test } from "vitest";
import { overflowCost, plannedOverflow } from "./planned-overflow.ts";

const raffle = { kind: "raffle", prize: "Trip", valueMinor: 30_000 } as const;
const perk = { kind: "perk", name: "Training", valueMinor: 5_000 } as const;

test.each([
  [raffle, 1, { kind: "raffle", name: "Trip", valueMinor: 30_000 }, 0],
  [perk, 16_000, { kind: "perk", name: "Training", valueMinor: 5_000 }, 5_000],
] as const)("%j, for %i above the cap", (rule, aboveMinor, shown, cost) => {
  const overflow = plannedOverflow(rule, aboveMinor);
  expect(overflow).toEqual({ ...shown, aboveMinor });
  expect(overflowCost(overflow)).toBe(cost);
});

test.each([
  [{ kind: "none" } as const, 100],
  [undefined, 100],
  [perk, 0],
])("%j becomes nothing, for %i above the cap", (rule, aboveMinor) => {
  expect(plannedOverflow(rule, aboveMinor)).toBeNull();
  expect(overflowCost(null)).toBe(0);
});
