import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** Sums of one person's rewards by state and currency. */
export function selectRewardTotals(db: Database, personId: string) {
  return db
    .selectFrom("rewards")
    .select(["state", "currency"])
    .select(
      sql<number | string>`sum(amount_minor + compensation_minor)`.as("amount"),
    )
    .where("person_id", "=", personId)
    .where("state", "!=", "void")
    .groupBy(["state", "currency"])
    .orderBy("currency")
    .execute();
}
