import { isErased } from "../storage/queries/erasure.ts";
import {
  type GiftReward,
  selectPoolsFor,
  takeGiftCode,
} from "../storage/queries/gifts.ts";
import type { Work } from "./work.ts";

/**
 * Gives a reward that is about to be confirmed its code, for good, where its step has pools of gift codes;
 * any other reward needs none. Answers what it has to wait for, or `null`.
 * A pool fits whose codes are worth exactly the reward: a code cannot be cut.
 */
export async function handOutGift(
  work: Work,
  reward: GiftReward,
): Promise<"no_gift_code" | null> {
  if (reward.kind !== "gift") return null;
  const pools = await selectPoolsFor(work.db, reward);
  if (!pools.length) return null;
  await work.beside?.turn();
  // Whoever was erased would never see the code.
  if (await isErased(work.db, reward.person_id)) return "no_gift_code";
  for (const pool of pools) {
    if (
      pool.currency === reward.currency &&
      pool.value_minor === reward.amount_minor &&
      (await takeGiftCode(work.db, {
        poolId: pool.id,
        rewardId: reward.id,
        at: work.now(),
      }))
    )
      return null;
  }
  return "no_gift_code";
}
