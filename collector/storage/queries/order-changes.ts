import type { Selectable } from "kysely";
import type { Database } from "../storage.ts";
import type { OrderChangesTable } from "../tables/conversions.ts";

export type OrderChangeRow = Selectable<OrderChangesTable>;

export function selectOrderChange(
  db: Database,
  siteId: string,
  conversionId: string,
  changeId: string,
) {
  return db
    .selectFrom("order_changes")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("conversion_id", "=", conversionId)
    .where("change_id", "=", changeId)
    .executeTakeFirst();
}

export async function insertOrderChange(
  db: Database,
  row: OrderChangeRow,
): Promise<void> {
  await db.insertInto("order_changes").values(row).execute();
}

/** What an order's facts were and became, oldest first. */
export function selectOrderChanges(
  db: Database,
  siteId: string,
  conversionId: string,
) {
  return db
    .selectFrom("order_changes")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("conversion_id", "=", conversionId)
    .orderBy("at")
    .execute();
}
