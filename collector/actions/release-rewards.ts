import type { ConversionRow } from "../storage/queries/conversions.ts";
import { updateReferral } from "../storage/queries/referrals.ts";
import { selectRewardsOf, updateReward } from "../storage/queries/rewards.ts";
import { postEntry } from "./post-entry.ts";
import type { Work } from "./work.ts";

/** Takes back what a mere claim had promised, once a trusted word credits somebody else, or nobody. */
export async function releaseRewards(
  work: Work,
  row: ConversionRow,
  reason: string,
): Promise<void> {
  for (const reward of await selectRewardsOf(work.db, [row.id])) {
    if (reward.state === "void") {
      // Taken back before: there is nothing to book, nor to tell, a second time.
      await updateReward(work.db, reward.id, { released: 1 });
      continue;
    }
    await postEntry(work, reward, {
      entry: "void",
      amountMinor: -reward.amount_minor,
      cause: reason,
      actor: "collector",
      reason,
      becomes: {
        amount_minor: 0,
        state: "void",
        because: "unverified",
        released: 1,
      },
    });
  }
  if (row.referral_id && row.credited_by !== "earlier")
    await updateReferral(work.db, row.referral_id, { stage: "void" });
}
