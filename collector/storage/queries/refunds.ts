import type { Database } from "../storage.ts";

export function selectRefund(
  db: Database,
  siteId: string,
  conversionId: string,
  refundId: string,
) {
  return db
    .selectFrom("refunds")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("conversion_id", "=", conversionId)
    .where("refund_id", "=", refundId)
    .executeTakeFirst();
}

export async function insertRefund(
  db: Database,
  row: {
    site_id: string;
    conversion_id: string;
    refund_id: string;
    amount_minor: number;
    reason: "refund" | "chargeback";
    adjustments: string;
    at: number;
  },
): Promise<void> {
  await db.insertInto("refunds").values(row).execute();
}

/** What was taken back for an order, oldest first. */
export function selectRefunds(
  db: Database,
  siteId: string,
  conversionId: string,
) {
  return db
    .selectFrom("refunds")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("conversion_id", "=", conversionId)
    .orderBy("at")
    .execute();
}
