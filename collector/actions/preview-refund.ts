import { findConversion } from "./find-conversion.ts";
import { type PreviewedReward, previewRewards } from "./preview-rewards.ts";
import { type RefundReason, takenBack } from "./taken-back.ts";
import type { Reading } from "./work.ts";

/** What a refund would take. */
export interface RefundPreview {
  amountMinor: number;
  currency: string | null;
  /** Of the order, afterwards. */
  leftMinor: number;
  rewards: PreviewedReward[];
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
  const before = await findConversion(reading, asked.siteId, asked.conversion);
  const { row, amountMinor } = takenBack(before, asked, reading.now());
  return {
    amountMinor,
    currency: row.currency,
    leftMinor: (row.amount_minor ?? 0) - row.refunded_minor,
    rewards: await previewRewards(reading, row, { onlyLess: true }),
  };
}
