import { selectReferral } from "../storage/queries/referrals.ts";
import { selectRewardsOf } from "../storage/queries/rewards.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import { findConversion } from "./find-conversion.ts";
import { plannedRewards } from "./planned-rewards.ts";
import { promisedTerms } from "./promised-terms.ts";
import { type RefundReason, takenBack } from "./taken-back.ts";
import type { Reading } from "./work.ts";

/** What a refund would take. */
export interface RefundPreview {
  amountMinor: number;
  currency: string | null;
  /** Of the order, afterwards. */
  leftMinor: number;
  rewards: {
    reward: RewardAnswer;
    /** Minor units, above 0 where something is taken. */
    takenMinor: number;
    /** What would stand of it. */
    leftMinor: number;
  }[];
}

/** What a refund or chargeback would take back, without doing it. Refuses what `refundConversion` refuses. */
export async function previewRefund(
  reading: Reading,
  asked: {
    siteId: string;
    conversion: string;
    amountMinor: number | null;
    reason: RefundReason;
  },
): Promise<RefundPreview> {
  const { db } = reading;
  const before = await findConversion(reading, asked.siteId, asked.conversion);
  const { row, amountMinor } = takenBack(before, asked, reading.now());
  const terms =
    row.referral_id === null
      ? null
      : await promisedTerms(reading, await selectReferral(db, row.referral_id));
  const planned = terms
    ? plannedRewards(row, terms.promised, terms.referral).rewards
    : [];
  const held = await selectRewardsOf(db, [row.id]);
  return {
    amountMinor,
    currency: row.currency,
    leftMinor: (row.amount_minor ?? 0) - row.refunded_minor,
    rewards: held
      .filter(({ state }) => state !== "void")
      .map((reward) => {
        const stands = reward.amount_minor + reward.compensation_minor;
        const target = planned.find(({ to }) => to === reward.side);
        const leftMinor = terms
          ? Math.min(stands, target?.amountMinor ?? 0)
          : stands;
        return {
          reward: answerReward(reward),
          takenMinor: stands - leftMinor,
          leftMinor,
        };
      }),
  };
}
