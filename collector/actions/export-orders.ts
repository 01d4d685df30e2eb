import * as stored from "../storage/queries/person-data.ts";
import type { Reading } from "./work.ts";

/** A person's orders, what was given back for them, and what they became. */
export async function exportOrders({ db }: Reading, personId: string) {
  const conversions = await stored.selectOrdersOf(db, personId);
  const refunds = await stored.selectRefundsOf(db, personId);
  const changes = await stored.selectOrderChangesOf(db, personId);
  return {
    conversions: conversions.map((row) => ({
      id: row.id,
      type: row.type,
      orderId: row.order_id,
      amountMinor: row.amount_minor,
      currency: row.currency,
      refundedMinor: row.refunded_minor,
      marginClass: row.margin_class,
      customerId: row.customer_id,
      mailHash: row.customer_email_index,
      existing:
        row.customer_existing === null ? null : row.customer_existing === 1,
      visitor: row.visitor,
      code: row.code ?? row.unknown_code,
      touches: JSON.parse(row.touches) as unknown[],
      attributedBy: row.credited_by as string | null,
      because: row.because,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
    })),
    refunds: refunds.map((row) => ({
      conversion: row.conversion_id,
      refundId: row.refund_id,
      amountMinor: row.amount_minor,
      reason: row.reason,
      at: row.at,
    })),
    changes: changes.map((row) => ({
      conversion: row.conversion_id,
      changeId: row.change_id,
      amountBeforeMinor: row.amount_before,
      amountAfterMinor: row.amount_after,
      at: row.at,
    })),
  };
}
