import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { hourMs } from "./hours-of.ts";
import { orderSums } from "./order-sums.ts";

/**
 * Sums hours anew whose orders have changed since, those that were over by `before`. Answers how many there were.
 * Nobody else may write orders meanwhile.
 */
export async function sumOrderHours(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<number> {
  const stale = await db
    .selectFrom("stale_order_hours")
    .select(["site_id", "hour"])
    .where("hour", "<=", before - hourMs)
    .limit(limit)
    .execute();
  for (const { site_id, hour } of stale) {
    const ofHour = (table: "order_rollups" | "stale_order_hours") =>
      db
        .deleteFrom(table)
        .where("site_id", "=", site_id)
        .where("hour", "=", hour)
        .execute();
    await ofHour("order_rollups");
    const span = sql`select ${sql.lit(hour)} as since, ${sql.lit(hour + hourMs)} as before`;
    await sql`
      insert into order_rollups (site_id, hour, kind, type, program_id, currency, n, amount_minor, gross_minor)
      select ${site_id}, hour, kind, type, program_id, currency, n, amount_minor, gross_minor
      from (${orderSums(site_id, span)}) as facts`.execute(db);
    await ofHour("stale_order_hours");
  }
  return stale.length;
}
