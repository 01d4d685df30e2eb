import { selectLedgerOfRewards } from "../storage/queries/ledger-entries.ts";
import type { RewardAnswer } from "./answer-reward.ts";
import type { Reading } from "./work.ts";

/** What each of these rewards was when it was taken back unpaid, by its id, in minor units: it is zero since. */
export async function voidedAmounts(
  reading: Reading,
  rewards: Pick<RewardAnswer, "id" | "state">[],
): Promise<ReadonlyMap<string, number>> {
  const ids = rewards.flatMap(({ id, state }) => (state === "void" ? id : []));
  const lines = await selectLedgerOfRewards(reading.db, ids);
  const amounts = new Map<string, number>();
  for (const { entry, reward_id, amount_minor } of lines) {
    if (entry === "void" && amount_minor !== 0)
      amounts.set(reward_id, -amount_minor);
  }
  return amounts;
}
