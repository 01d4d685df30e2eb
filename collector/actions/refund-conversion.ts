import { DomainError } from "../domain/domain-error.ts";
import { insertAudit } from "../storage/queries/audit.ts";
import {
  insertRefund,
  selectRefund,
  updateConversion,
} from "../storage/queries/conversions.ts";
import {
  answerConversion,
  type ConversionAnswer,
} from "./answer-conversion.ts";
import { findConversion } from "./find-conversion.ts";
import { type Adjustment, reconcileRewards } from "./reconcile-rewards.ts";
import type { Work } from "./work.ts";

/**
 * Takes money back for an order, and with it what the rewards lose by it. A known `refundId` changes nothing.
 * Throws `invalid_field` where more would be refunded than was paid, `state_conflict` where a known refund comes with another amount.
 */
export async function refundConversion(
  work: Work,
  input: {
    siteId: string;
    conversion: string;
    refundId: string;
    amountMinor: number;
    by: string;
  },
): Promise<{
  created: boolean;
  conversion: ConversionAnswer;
  adjustments: Adjustment[];
}> {
  const { db } = work;
  const { siteId, refundId, amountMinor } = input;
  const row = await findConversion(work, siteId, input.conversion);
  const known = await selectRefund(db, siteId, row.id, refundId);
  if (known) {
    if (known.amount_minor !== amountMinor)
      throw new DomainError(
        "state_conflict",
        `The refund "${refundId}" is already recorded with ${known.amount_minor}; nothing was changed. Send a new refundId for a further refund.`,
      );
    return {
      created: false,
      conversion: await answerConversion(work, row.id),
      adjustments: JSON.parse(known.adjustments) as Adjustment[],
    };
  }
  const left = (row.amount_minor ?? 0) - row.refunded_minor;
  if (amountMinor > left) {
    const message = `Expected at most ${left}, which is what is left of the order, and got ${amountMinor}.`;
    throw new DomainError("invalid_field", message, [
      { path: "amountMinor", message },
    ]);
  }
  const refunded = { ...row, refunded_minor: row.refunded_minor + amountMinor };
  await updateConversion(db, row.id, {
    refunded_minor: refunded.refunded_minor,
  });
  const adjustments = await reconcileRewards(work, refunded, {
    cause: `refund:${refundId}`,
  });
  await insertRefund(db, {
    site_id: siteId,
    conversion_id: row.id,
    refund_id: refundId,
    amount_minor: amountMinor,
    adjustments: JSON.stringify(adjustments),
    at: work.now(),
  });
  await insertAudit(db, {
    id: work.newId("aud"),
    site_id: siteId,
    at: work.now(),
    actor: input.by,
    action: "refund_conversion",
    subject: row.id,
    reason: `refund ${refundId} of ${amountMinor}`,
  });
  return {
    created: true,
    conversion: await answerConversion(work, row.id),
    adjustments,
  };
}
