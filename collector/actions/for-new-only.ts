import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";
import { selectRewardsOf } from "../storage/queries/rewards.ts";
import { postEntry } from "./post-entry.ts";
import { promisedTerms } from "./promised-terms.ts";
import type { Reading, Work } from "./work.ts";

/** Whether a referral was promised something for new customers only. */
export async function isForNewOnly(
  reading: Reading,
  referral: ReferralRow,
): Promise<boolean> {
  const terms = await promisedTerms(reading, referral);
  return terms?.promised.attribution.newCustomersOnly ?? false;
}

/** Takes back what nobody has in hand yet, also what is confirmed or in an open payout run. */
export async function voidUnpaid(
  work: Work,
  row: ConversionRow,
  { cause }: { cause: string },
): Promise<void> {
  for (const reward of await selectRewardsOf(work.db, [row.id])) {
    if (reward.state === "paid" || reward.state === "void") continue;
    await postEntry(work, reward, {
      entry: "void",
      amountMinor: -reward.amount_minor,
      cause,
      actor: "collector",
      reason: "existing_customer",
      becomes: { amount_minor: 0, state: "void", because: "existing_customer" },
    });
  }
}
