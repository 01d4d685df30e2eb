/**
 * Return on rewards: (gross - reward) / reward x 100, to two decimals; the reward is subtracted from the return, which
 * some sources leave out. 0 where nothing was rewarded: there is no investment to compare with, and reports hold numbers only.
 */
export function roiPercent(grossMinor: number, rewardMinor: number): number {
  if (rewardMinor === 0) return 0;
  const hundredths = ((grossMinor - rewardMinor) / rewardMinor) * 10_000;
  // Adding 0 turns -0 into 0.
  return Math.round(hundredths) / 100 + 0;
}
