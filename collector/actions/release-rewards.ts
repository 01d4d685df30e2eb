import type { Reason } from "../domain/reason.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import { updateReferral } from "../storage/queries/referrals.ts";
import { selectRewardsOf, updateReward } from "../storage/queries/rewards.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/** Takes back what an order had promised, once more is known of it and somebody else, or nobody, is credited. */
export async function releaseRewards(
  work: Work,
  row: ConversionRow,
  because: Reason,
  words: string = because,
): Promise<void> {
  const cause = `${because}:${work.newId("word")}`;
  for (const reward of await selectRewardsOf(work.db, [row.id])) {
    if (reward.state === "void") {
      // Taken back before: there is nothing to book, nor to tell, a second time.
      await updateReward(work.db, reward.id, { released: 1 });
      continue;
    }
    await postEntry(work, reward, {
      entry: "void",
      amountMinor: -reward.amount_minor,
      cause,
      actor: "collector",
      reason: words,
      becomes: {
        amount_minor: 0,
        state: "void",
        because,
        released: 1,
      },
    });
  }
  if (row.referral_id && row.credited_by !== "earlier")
    await updateReferral(work.db, row.referral_id, { stage: "void" });
}
