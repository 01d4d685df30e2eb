import { selectRewardTotals } from "../storage/queries/reward-totals.ts";
import type { Reading } from "./work.ts";

/** What one person's rewards of a state come to in a currency, less what was taken back after payment. */
export interface RewardTotal {
  state: "pending" | "confirmed" | "paid";
  currency: string;
  amountMinor: number;
}

export async function rewardTotals(
  { db }: Reading,
  personId: string,
): Promise<RewardTotal[]> {
  const rows = await selectRewardTotals(db, personId);
  return rows.flatMap(({ state, currency, amount }) =>
    state === "void" ? [] : [{ state, currency, amountMinor: Number(amount) }],
  );
}
