import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** What stands in a pool, and how many rewards wait for more. */
export type GiftPoolCounts = Record<
  "left" | "handed_out" | "taken_back" | "waiting",
  number
>;

/** Pools with the rewards of their step, side and value that wait for a code. */
function waiting(db: Database) {
  return (
    db
      .selectFrom("rewards")
      .innerJoin("people", "people.id", "rewards.person_id")
      .innerJoin("gift_pools", (join) =>
        join
          .onRef("gift_pools.site_id", "=", "rewards.site_id")
          .onRef("gift_pools.program_id", "=", "rewards.program_id")
          .onRef("gift_pools.step_on", "=", "rewards.step_on")
          .onRef("gift_pools.currency", "=", "rewards.currency")
          .onRef("gift_pools.value_minor", "=", "rewards.amount_minor")
          .on((on) =>
            on.or([
              on("gift_pools.side", "is", null),
              on("gift_pools.side", "=", on.ref("rewards.side")),
            ]),
          ),
      )
      // Literal, as the partial index has it: with a parameter it would not be used.
      .where("rewards.because", "=", sql.lit("no_gift_code"))
      .where("rewards.state", "=", "pending")
      .where("people.erased_at", "is", null)
  );
}

/** Rewards that wait for a code of which there is one, the longest promised first. */
export function selectFillable(db: Database, limit: number) {
  return waiting(db)
    .selectAll("rewards")
    .distinct()
    .where((by) =>
      by.exists(
        by
          .selectFrom("gift_codes")
          .select("gift_codes.id")
          .whereRef("gift_codes.pool_id", "=", "gift_pools.id")
          // By the index of handed-out codes: an empty pool is not searched through for every reward that waits.
          .where("gift_codes.handed_out_at", "is", null),
      ),
    )
    .orderBy("rewards.id")
    .limit(limit)
    .execute();
}

/** What stands in each of some pools. */
export async function countGiftCodes(
  db: Database,
  poolIds: string[],
): Promise<Map<string, GiftPoolCounts>> {
  const counts = new Map(
    poolIds.map((id) => [
      id,
      { left: 0, handed_out: 0, taken_back: 0, waiting: 0 },
    ]),
  );
  if (!poolIds.length) return counts;
  const stock = await db
    .selectFrom("gift_codes")
    .select("pool_id")
    .select((by) => [
      by.fn.countAll<number | string>().as("all"),
      by.fn.count<number | string>("reward_id").as("handed_out"),
      by.fn.count<number | string>("taken_back_at").as("taken_back"),
    ])
    .where("pool_id", "in", poolIds)
    .groupBy("pool_id")
    .execute();
  const waits = await waiting(db)
    .select("gift_pools.id")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("gift_pools.id", "in", poolIds)
    .groupBy("gift_pools.id")
    .execute();
  for (const row of stock) {
    const handedOut = Number(row.handed_out);
    counts.set(row.pool_id, {
      left: Number(row.all) - handedOut,
      handed_out: handedOut,
      taken_back: Number(row.taken_back),
      waiting: 0,
    });
  }
  for (const { id, n } of waits) {
    const count = counts.get(id);
    if (count) count.waiting = Number(n);
  }
  return counts;
}
