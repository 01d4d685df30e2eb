import { selectRewardTotals } from "../storage/queries/reward-totals.ts";
import type { Reading } from "./work.ts";

/** What one person's rewards come to in a currency, less what was taken back after payment. */
export interface RewardTotal {
  /** `given`: confirmed, and nothing is left to be paid, as its gift code was handed out. */
  standing: "pending" | "confirmed" | "given" | "paid";
  currency: string;
  amountMinor: number;
}

export async function rewardTotals(
  { db }: Reading,
  personId: string,
): Promise<RewardTotal[]> {
  const rows = await selectRewardTotals(db, personId);
  return rows.map(({ standing, currency, amount }) => ({
    standing,
    currency,
    amountMinor: Number(amount),
  }));
}
