import type { Program } from "../domain/program.ts";
import type { RewardPlan } from "../domain/reward-plan.ts";
import { rewardsFor } from "../domain/rewards-for.ts";
import type { ConversionRow } from "../storage/queries/conversions.ts";
import type { ReferralRow } from "../storage/queries/referrals.ts";

/** What the rules that were promised give for what is known of an order now. */
export function plannedRewards(
  row: ConversionRow,
  program: Program,
  referral: Pick<ReferralRow, "touch_at">,
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
  const plan = rewardsFor({
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
  return row.charged_back_at === null ? plan : { ...plan, rewards: [] };
}
