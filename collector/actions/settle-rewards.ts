import { selectDue } from "../storage/queries/rewards-due.ts";
import { confirmDue } from "./confirm-due.ts";
import { fillWaitingGifts } from "./fill-waiting-gifts.ts";
import { safeNow } from "./watch-clock.ts";
import type { Work } from "./work.ts";

/** So many at a time, that beacons do not wait for a large settlement. */
const batchSize = 200;

/**
 * Confirms the rewards whose hold is over, and those for whose gift there is a code now. Nothing that waits for another
 * reason is ever confirmed by time, and a clock that is far ahead ends no hold that is not a day from its end.
 */
export async function settleRewards(
  work: Work,
): Promise<{ confirmed: number; more: boolean }> {
  const due = await selectDue(work.db, await safeNow(work), batchSize);
  let confirmed = 0;
  for (const reward of due) {
    const isConfirmed = await confirmDue(work, reward, {
      actor: "collector",
      reason: "hold_period",
    });
    if (isConfirmed) confirmed += 1;
  }
  const filled = await fillWaitingGifts(work, batchSize);
  return {
    confirmed: confirmed + filled,
    more: due.length === batchSize || filled === batchSize,
  };
}
