/** What was counted in a period, all of one programme's currency. `stages` are conversions that are neither leads nor sales. */
export interface FunnelCounts {
  views: number;
  shares: number;
  copies: number;
  clicks: number;
  leads: number;
  sales: number;
  stages: number;
  rewards: number;
  revenueMinor: number;
  grossMinor: number;
  rewardMinor: number;
}

export interface FunnelFigures extends Omit<FunnelCounts, "stages"> {
  /** Leads, sales and later stages together. */
  conversions: number;
  roiPercent: number;
}

/** The figures of the funnel report, from what was counted. */
export function funnelFigures({
  stages,
  ...counts
}: FunnelCounts): FunnelFigures {
  return {
    ...counts,
    conversions: counts.leads + counts.sales + stages,
    roiPercent: roiPercent(counts.grossMinor, counts.rewardMinor),
  };
}

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
