import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** Sums of one person's rewards by state and currency; `given`: confirmed gifts whose code was handed out. */
export function selectRewardTotals(db: Database, personId: string) {
  return db
    .selectFrom("rewards")
    .leftJoin("gift_codes", "gift_codes.reward_id", "rewards.id")
    .select("rewards.currency")
    .select([
      sql<"pending" | "confirmed" | "given" | "paid">`case
        when rewards.state = 'confirmed' and gift_codes.id is not null then 'given'
        else rewards.state end`.as("standing"),
      sql<
        number | string
      >`sum(rewards.amount_minor + rewards.compensation_minor)`.as("amount"),
    ])
    .where("rewards.person_id", "=", personId)
    .where("rewards.state", "!=", "void")
    .groupBy(["standing", "rewards.currency"])
    .orderBy("rewards.currency")
    .execute();
}
