import { sql } from "kysely";
import { compiledByLength } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

const boughtBeforeQuery = compiledByLength<{ id: string }>((db, people) =>
  db
    .selectFrom("conversions")
    .select("id")
    .where("friend_id", "in", people)
    .where("type", "=", sql.lit("sale"))
    .where("trust", "not in", [
      sql.lit("claim" as const),
      sql.lit("refused" as const),
    ])
    .where("occurred_at", "<", 0)
    .where("id", "!=", "")
    .limit(sql.lit(1)),
);

/** Whether one of these people had bought, by a trusted word, before an instant. */
export async function hasBoughtBefore(
  db: Database,
  personIds: string[],
  before: number,
  exceptId: string,
): Promise<boolean> {
  if (!personIds.length) return false;
  const { rows } = await boughtBeforeQuery(db, personIds.length, [
    ...personIds,
    before,
    exceptId,
  ]);
  return rows.length > 0;
}
