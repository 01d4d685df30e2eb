import { expect, test } from "vitest";
import { roiPercent } from "./roi-percent.ts";

test.each([
  [35, 15, 133.33],
  [40, 15, 166.67],
  [45, 15, 200],
  [60, 15, 300],
  [80, 15, 433.33],
  // 15 % of gross profit, whatever the margin.
  [40_000, 6_000, 566.67],
  [80_000, 12_000, 566.67],
  // Both sides 10 % and 3 % of gross profit.
  [40_000, 8_000, 400],
  [40_000, 2_400, 1_566.67],
  // Losses, and nothing gained or lost.
  [0, 600, -100],
  [300, 600, -50],
  [600, 600, 0],
  [99_999, 100_000, 0],
])(
  "a gross profit of %i for rewards of %i returns %d %%",
  (gross, reward, percent) => {
    expect(roiPercent(gross, reward)).toBe(percent);
  },
);

test("without rewards there is no return to state", () => {
  expect(roiPercent(40_000, 0)).toBe(0);
  expect(roiPercent(0, 0)).toBe(0);
});
