import type { Insertable, Selectable, Updateable } from "kysely";
import { compiledOnce, insertOnce } from "../compiled-once.ts";
import { markOrderHour } from "../rollups/mark-order-hour.ts";
import type { Database } from "../storage.ts";
import type { ConversionsTable } from "../tables/conversions.ts";
import { rowsOfSite } from "./rows-of-site.ts";

export type ConversionRow = Selectable<ConversionsTable>;

export function selectConversion(db: Database, siteId: string, id: string) {
  return rowsOfSite(db, "conversions", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

const selectByOrderQuery = compiledOnce<ConversionRow>((db) =>
  db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", "")
    .where("type", "=", "")
    .where("order_id", "=", ""),
);

export async function selectConversionByOrder(
  db: Database,
  siteId: string,
  type: string,
  orderId: string,
): Promise<ConversionRow | undefined> {
  return (await selectByOrderQuery(db, [siteId, type, orderId])).rows[0];
}

/** Every conversion of one order id, sales first. */
export function selectConversionsByOrder(
  db: Database,
  siteId: string,
  orderId: string,
) {
  return rowsOfSite(db, "conversions", siteId)
    .where("order_id", "=", orderId)
    .orderBy((by) => by.case().when("type", "=", "sale").then(0).else(1).end())
    .orderBy("id")
    .execute();
}

const insertRow = insertOnce("conversions", [
  "id",
  "site_id",
  "type",
  "order_id",
  "amount_minor",
  "currency",
  "gross_profit_minor",
  "margin_class",
  "refunded_minor",
  "customer_id",
  "customer_email_index",
  "customer_existing",
  "mail_disposable",
  "mailbox_index",
  "visitor",
  "code",
  "unknown_code",
  "touches",
  "occurred_at",
  "recorded_at",
  "trust",
  "friend_id",
  "program_id",
  "referral_id",
  "member_id",
  "credited_code",
  "credited_by",
  "credited_at",
  "because",
  "verdict",
  "asked_member_id",
  "asked_by",
  "asked_at",
  "warnings",
  "gross_minor",
  "charged_back_at",
]);

export async function insertConversion(
  db: Database,
  row: Insertable<ConversionsTable>,
): Promise<void> {
  await insertRow(db, row);
  await markOrderHour(db, row);
}

export async function updateConversion(
  db: Database,
  id: string,
  change: Updateable<ConversionsTable>,
): Promise<void> {
  await db
    .updateTable("conversions")
    .set(change)
    .where("id", "=", id)
    .execute();
}

const selectUncreditedQuery = compiledOnce<ConversionRow>((db) =>
  db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", "")
    .where("visitor", "=", "")
    .where("recorded_at", ">=", 0)
    .where("member_id", "is", null),
);

/** Conversions of a browser that nobody was credited for, recorded since an instant. */
export async function selectUncredited(
  db: Database,
  siteId: string,
  visitor: string,
  since: number,
): Promise<ConversionRow[]> {
  const { rows } = await selectUncreditedQuery(db, [siteId, visitor, since]);
  return rows;
}

export function selectConversionById(db: Database, id: string) {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** How many orders rest on a tie. */
export async function countConversionsOf(
  db: Database,
  referralId: string,
): Promise<number> {
  const row = await db
    .selectFrom("conversions")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("referral_id", "=", referralId)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
