import {
  selectOpenItem,
  selectOpenItemsOf,
  settleItems,
} from "../storage/queries/payouts.ts";
import type { Work } from "./work.ts";

/**
 * Takes a reward out of the open run it is in, because it is no longer what it was when the run was made.
 * Where the person then has nothing to get, all of theirs leaves.
 */
export async function leavePayout(
  { db }: Work,
  rewardId: string,
  because: string,
): Promise<void> {
  const item = await selectOpenItem(db, rewardId);
  if (!item) return;
  const { payout_id, person_id } = item;
  await settleItems(db, payout_id, { state: "left", because }, rewardId);
  const rest = await selectOpenItemsOf(db, payout_id, person_id);
  if (rest.reduce((sum, { amount_minor }) => sum + amount_minor, 0) > 0) return;
  for (const { reward_id } of rest)
    await settleItems(
      db,
      payout_id,
      { state: "left", because: "nothing_due" },
      reward_id,
    );
}
