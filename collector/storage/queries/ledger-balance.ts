import { sql } from "kysely";
import type { Database } from "../storage.ts";

export interface Unbalanced {
  id: string;
  /** What the reward's row says more, or less, than the ledger. */
  amountOff: number;
  compensationOff: number;
}

/**
 * Compares the next rewards after `after` with what the ledger adds up to, in one statement, and so as of one instant.
 * Answers those that differ, and the last that was looked at, or `null` where there was none.
 */
export async function selectUnbalanced(
  db: Database,
  { after, count }: { after: string; count: number },
): Promise<{ looked: number; last: string | null; unbalanced: Unbalanced[] }> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom("rewards")
        .select(["id", "amount_minor", "compensation_minor"])
        .where("id", ">", after)
        .orderBy("id")
        .limit(count)
        .as("next"),
    )
    .leftJoin("ledger", "ledger.reward_id", "next.id")
    .select(["next.id", "next.amount_minor", "next.compensation_minor"])
    .select([
      sql<number>`coalesce(sum(case when ledger.entry = 'compensate' then 0 else ledger.amount_minor end), 0)`.as(
        "amount",
      ),
      sql<number>`coalesce(sum(case when ledger.entry = 'compensate' then ledger.amount_minor else 0 end), 0)`.as(
        "compensation",
      ),
    ])
    .groupBy(["next.id", "next.amount_minor", "next.compensation_minor"])
    .orderBy("next.id")
    .execute();
  return {
    looked: rows.length,
    last: rows.at(-1)?.id ?? null,
    unbalanced: rows
      .map((row) => ({
        id: row.id,
        amountOff: row.amount_minor - row.amount,
        compensationOff: row.compensation_minor - row.compensation,
      }))
      .filter(
        ({ amountOff, compensationOff }) =>
          amountOff !== 0 || compensationOff !== 0,
      ),
  };
}
