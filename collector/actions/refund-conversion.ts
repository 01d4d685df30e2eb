import { conflict } from "../domain/conflict.ts";
import { majorText } from "../domain/money.ts";
import { updateConversion } from "../storage/queries/conversions.ts";
import { insertRefund, selectRefund } from "../storage/queries/refunds.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { findConversion } from "./find-conversion.ts";
import { noteAct } from "./note-act.ts";
import { type Adjustment, reconcileRewards } from "./reconcile-rewards.ts";
import { type RefundReason, takenBack } from "./taken-back.ts";
import type { Work } from "./work.ts";

/** What a change of an order has come to. */
export interface Adjusted {
  created: boolean;
  conversion: ConversionAnswer;
  adjustments: Adjustment[];
}

/**
 * Takes money back for an order, and with it what the rewards lose by it; a chargeback, of whatever part, takes all rewards
 * for good. A known `refundId` changes nothing. Throws `invalid_field` where more would be refunded than was paid,
 * `state_conflict` where a known refund comes with another amount or reason, or nothing is left to charge back.
 */
export async function refundConversion(
  work: Work,
  input: {
    siteId: string;
    conversion: string;
    refundId: string;
    amountMinor?: number | undefined;
    reason?: RefundReason | undefined;
    /** Why, for the log of acts. */
    note?: string | undefined;
    by: string;
  },
): Promise<Adjusted> {
  const { db } = work;
  const { siteId, refundId, reason = "refund" } = input;
  const row = await findConversion(work, siteId, input.conversion);
  const known = await selectRefund(db, siteId, row.id, refundId);
  if (known) {
    const isSame =
      known.reason === reason &&
      known.amount_minor === (input.amountMinor ?? known.amount_minor);
    if (!isSame)
      throw conflict(
        "known_otherwise",
        `The refund "${refundId}" is already recorded as a ${known.reason} of ${known.amount_minor}; nothing was changed. Send a new refundId for a further one.`,
      );
    return {
      created: false,
      conversion: await answerConversion(work, row.id),
      adjustments: JSON.parse(known.adjustments) as Adjustment[],
    };
  }
  const asked = { amountMinor: input.amountMinor ?? null, reason };
  const { row: refunded, amountMinor } = takenBack(row, asked, work.now());
  const { refunded_minor, charged_back_at } = refunded;
  await updateConversion(db, row.id, { refunded_minor, charged_back_at });
  const adjustments = await reconcileRewards(work, refunded, {
    cause: `refund:${refundId}`,
    reason: reason === "chargeback" ? "chargeback" : "refunded",
    onlyLess: true,
  });
  await insertRefund(db, {
    site_id: siteId,
    conversion_id: row.id,
    refund_id: refundId,
    amount_minor: amountMinor,
    reason,
    adjustments: JSON.stringify(adjustments),
    at: work.now(),
  });
  await noteAct(work, {
    siteId,
    by: input.by,
    action: "refund_conversion",
    subject: row.id,
    reason: `${reason} ${refundId} of ${majorText(amountMinor, row.currency ?? "")}${input.note ? `: ${input.note}` : ""}`,
  });
  return {
    created: true,
    conversion: await answerConversion(work, row.id),
    adjustments,
  };
}
