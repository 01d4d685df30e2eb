import type { Selectable } from "kysely";
import { updateReward } from "../storage/queries/rewards.ts";
import type { RewardsTable } from "../storage/tables/rewards.ts";
import { handOutGift } from "./hand-out-gift.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/**
 * Confirms a pending reward that nothing else holds back. A gift is confirmed with its code in hand:
 * while there is none, the reward waits as `no_gift_code`, and the next upload confirms it. Answers whether it is confirmed.
 */
export async function confirmDue(
  work: Work,
  reward: Selectable<RewardsTable>,
  { actor, reason }: { actor: string; reason: string | null },
): Promise<boolean> {
  const because = await handOutGift(work, reward);
  if (because) {
    await updateReward(work.db, reward.id, { because });
    return false;
  }
  await postEntry(work, reward, {
    entry: "confirm",
    amountMinor: 0,
    cause: "once",
    actor,
    reason,
    becomes: { state: "confirmed", because: null },
  });
  return true;
}
