import { selectFillable } from "../storage/queries/gift-stock.ts";
import { confirmDue } from "./confirm-due.ts";
import type { Work } from "./work.ts";

/** So many are filled with an act of the owner; the job fills the rest. */
const filledAtOnce = 500;

/** Confirms rewards that waited for a gift code, as far as there are codes now: the longest promised first. Answers how many. */
export async function fillWaitingGifts(
  work: Work,
  limit = filledAtOnce,
): Promise<number> {
  let filled = 0;
  for (const reward of await selectFillable(work.db, work.now(), limit)) {
    const isConfirmed = await confirmDue(work, reward, {
      actor: "collector",
      reason: "no_gift_code",
    });
    if (isConfirmed) filled += 1;
  }
  return filled;
}
