import type { Program } from "../domain/program.ts";
import { type RewardPlan, rewardsFor } from "../domain/rewards-for.ts";
import {
  type ConversionRow,
  updateConversion,
} from "../storage/queries/conversions.ts";
import {
  type ReferralRow,
  selectReferral,
} from "../storage/queries/referrals.ts";
import { isStepTaken, selectRewardsOf } from "../storage/queries/rewards.ts";
import { adjustReward } from "./adjust-reward.ts";
import { promiseReward } from "./promise-reward.ts";
import { promisedTerms } from "./promised-terms.ts";
import type { Work } from "./work.ts";

/** A change of what one side gets, in minor units: negative where something is taken back. */
export interface Adjustment {
  to: "referrer" | "friend";
  amountMinor: number;
}

const sides = ["referrer", "friend"] as const;

/**
 * Brings a credited conversion's rewards to what the promised rules give for what is known of it now,
 * by posting differences. Calling it twice posts nothing the second time.
 *
 * @param cause what brought the change about, for the ledger
 */
export async function reconcileRewards(
  work: Work,
  row: ConversionRow,
  { cause }: { cause: string },
): Promise<Adjustment[]> {
  const { db } = work;
  if (row.referral_id === null) return [];
  const terms = await promisedTerms(
    work,
    await selectReferral(db, row.referral_id),
  );
  if (!terms) return [];
  const plan = planned(row, terms.promised, terms.referral);
  const held = await selectRewardsOf(db, [row.id]);

  const adjustments: Adjustment[] = [];
  for (const side of sides) {
    const target = plan.rewards.find(({ to }) => to === side) ?? null;
    const reward = held.find((one) => one.side === side);
    let amountMinor = 0;
    if (reward) {
      amountMinor = await adjustReward(work, row, reward, terms, {
        target,
        cause,
      });
    } else if (target && !terms.brake) {
      const taken = await isStepTaken(db, {
        siteId: row.site_id,
        programId: terms.referral.program_id,
        friendId: row.friend_id,
        on: row.type,
        side,
      });
      if (!taken) amountMinor = await promiseReward(work, row, terms, target);
    }
    if (amountMinor) adjustments.push({ to: side, amountMinor });
  }
  await updateConversion(db, row.id, {
    gross_minor: plan.grossMinor,
    warnings: JSON.stringify(plan.warnings),
    because: row.because ?? terms.brake,
  });
  return adjustments;
}

/** What the rules that were promised give. */
function planned(
  row: ConversionRow,
  program: Program,
  referral: ReferralRow,
): RewardPlan {
  if (row.currency !== null && row.currency !== program.currency) {
    return {
      rewards: [],
      grossMinor: 0,
      warnings: [
        {
          code: "other_currency",
          message: `The programme pays in ${program.currency} and this order is in ${row.currency}: it is credited, and earns no reward.`,
        },
      ],
    };
  }
  return rewardsFor({
    program,
    on: row.type,
    sale: {
      amountMinor: row.amount_minor,
      grossProfitMinor: row.gross_profit_minor,
      marginClass: row.margin_class,
      refundedMinor: row.refunded_minor,
    },
    at: referral.touch_at,
  });
}
