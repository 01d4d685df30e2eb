import { selectDue } from "../storage/queries/rewards.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/** So many at a time, that beacons do not wait for a large settlement. */
const batchSize = 200;

/** Confirms the rewards whose hold is over. Nothing that waits for another reason is ever confirmed by time. */
export async function settleRewards(
  work: Work,
): Promise<{ confirmed: number; more: boolean }> {
  const due = await selectDue(work.db, work.now(), batchSize);
  for (const reward of due) {
    await postEntry(work, reward, {
      entry: "confirm",
      amountMinor: 0,
      cause: "once",
      actor: "collector",
      reason: "hold_period",
      becomes: { state: "confirmed", because: null },
    });
  }
  return { confirmed: due.length, more: due.length === batchSize };
}
