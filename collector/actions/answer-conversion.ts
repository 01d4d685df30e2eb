import type { FraudVerdict } from "../domain/fraud-verdict.ts";
import {
  type ConversionRow,
  selectConversionById,
} from "../storage/queries/conversions.ts";
import {
  type RewardRow,
  selectShownRewardsOf,
} from "../storage/queries/rewards.ts";
import { answerReward, type RewardAnswer } from "./answer-reward.ts";
import { isTrusted } from "./conversion-word.ts";
import { verdictIn } from "./hold-rewards.ts";
import type { Reading } from "./work.ts";

/** A conversion as servers and the owner see it. */
export interface ConversionAnswer {
  id: string;
  type: string;
  orderId: string;
  amountMinor: number | null;
  currency: string | null;
  refundedMinor: number;
  /** Since when it earns nothing for good, because its payment was charged back; else `null`. */
  chargedBackAt: number | null;
  occurredAt: number;
  recordedAt: number;
  attributed: {
    referral: string;
    member: string;
    code: string;
    by: "code" | "link" | "earlier" | "hand";
    at: number;
  } | null;
  because: string | null;
  verified: boolean;
  /** What the fraud rules made of a credited order; `null` where there was nothing to judge, or not yet. */
  verdict: FraudVerdict | null;
  warnings: { code: string; message: string }[];
  rewards: RewardAnswer[];
}

export async function answerConversion(
  reading: Reading,
  id: string,
): Promise<ConversionAnswer> {
  const [answer] = await answerConversions(reading, [
    await selectConversionById(reading.db, id),
  ]);
  if (!answer) throw new Error(`Conversion ${id} vanished while it was read.`);
  return answer;
}

export async function answerConversions(
  reading: Reading,
  rows: ConversionRow[],
): Promise<ConversionAnswer[]> {
  if (!rows.length) return [];
  const rewards = await selectShownRewardsOf(
    reading.db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    conversionAnswer(
      row,
      rewards.filter((reward) => reward.conversion_id === row.id),
    ),
  );
}

export function conversionAnswer(
  row: ConversionRow,
  rewards: RewardRow[],
): ConversionAnswer {
  return {
    id: row.id,
    type: row.type,
    orderId: row.order_id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    refundedMinor: row.refunded_minor,
    chargedBackAt: row.charged_back_at,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    attributed: attribution(row),
    because: row.because,
    verified: isTrusted(row.trust),
    verdict: verdictIn(row),
    warnings: JSON.parse(row.warnings) as { code: string; message: string }[],
    rewards: rewards.map(answerReward),
  };
}

function attribution(row: ConversionRow): ConversionAnswer["attributed"] {
  const { referral_id, member_id, credited_code, credited_by, credited_at } =
    row;
  if (!referral_id || !member_id || !credited_code || !credited_by) return null;
  return {
    referral: referral_id,
    member: member_id,
    code: credited_code,
    by: credited_by,
    at: credited_at ?? row.occurred_at,
  };
}
