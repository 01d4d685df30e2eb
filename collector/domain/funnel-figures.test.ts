import { expect, test } from "vitest";
import { funnelFigures, roiPercent } from "./funnel-figures.ts";

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

test("conversions are leads, sales and later stages together", () => {
  const counts = {
    views: 9,
    shares: 8,
    copies: 7,
    clicks: 6,
    leads: 3,
    sales: 2,
    rewards: 10,
    revenueMinor: 100_000,
    grossMinor: 40_000,
    rewardMinor: 2_400,
  };
  expect(funnelFigures({ ...counts, stages: 1 })).toEqual({
    ...counts,
    conversions: 6,
    roiPercent: 1_566.67,
  });
});
