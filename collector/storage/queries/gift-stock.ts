import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { countWaiting, waitingByPool } from "./gift-needs.ts";

/** What stands in a pool, and how many rewards wait for more. */
export type GiftPoolCounts = Record<
  "left" | "handed_out" | "taken_back" | "expired" | "withdrawn" | "waiting",
  number
>;

/** Of a code: that it was neither handed out nor taken out, as the index spells it. It may have expired. */
const isInStock = sql<boolean>`gift_codes.reward_id is null and gift_codes.withdrawn_at is null`;

/** Rewards that wait for a code of which there is one, the longest promised first. */
export function selectFillable(db: Database, now: number, limit: number) {
  return waitingByPool(db)
    .selectAll("rewards")
    .distinct()
    .where((by) =>
      by.exists(
        by
          .selectFrom("gift_codes")
          .select("gift_codes.id")
          .whereRef("gift_codes.pool_id", "=", "gift_pools.id")
          .where(isInStock)
          .where("gift_codes.expires_at", ">", now),
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
  now: number,
): Promise<Map<string, GiftPoolCounts>> {
  const counts = new Map<string, GiftPoolCounts>();
  if (!poolIds.length) return counts;
  const stock = await db
    .selectFrom("gift_codes")
    .select("pool_id")
    .select((by) => [
      by.fn.countAll<number | string>().as("all"),
      by.fn.count<number | string>("reward_id").as("handed_out"),
      by.fn.count<number | string>("taken_back_at").as("taken_back"),
      by.fn.count<number | string>("withdrawn_at").as("withdrawn"),
      by.fn
        .countAll<number | string>()
        .filterWhere("reward_id", "is", null)
        .filterWhere("withdrawn_at", "is", null)
        .filterWhere("expires_at", "<=", now)
        .as("expired"),
    ])
    .where("pool_id", "in", poolIds)
    .groupBy("pool_id")
    .execute();
  const waitingIn = await countWaiting(db, poolIds);
  const stockOf = new Map(stock.map((row) => [row.pool_id, row]));
  for (const id of poolIds) {
    const row = stockOf.get(id);
    const handedOut = Number(row?.handed_out ?? 0);
    const expired = Number(row?.expired ?? 0);
    const withdrawn = Number(row?.withdrawn ?? 0);
    counts.set(id, {
      left: Number(row?.all ?? 0) - handedOut - expired - withdrawn,
      handed_out: handedOut,
      taken_back: Number(row?.taken_back ?? 0),
      expired,
      withdrawn,
      waiting: waitingIn.get(id) ?? 0,
    });
  }
  return counts;
}

/** Pools in use that are low, with how many codes are left: none is counted further than it takes to know. */
export async function selectLowPools(
  db: Database,
  siteId: string,
  now: number,
): Promise<{ id: string; name: string; left: number }[]> {
  const pools = await db
    .selectFrom("gift_pools")
    .select(["id", "name", "low_below"])
    .where("site_id", "=", siteId)
    .where("retired_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  const low: { id: string; name: string; left: number }[] = [];
  for (const { id, name, low_below } of pools) {
    const counted = await db
      .selectFrom(
        db
          .selectFrom("gift_codes")
          .select("id")
          .where("pool_id", "=", id)
          .where(isInStock)
          .where("expires_at", ">", now)
          .limit(low_below)
          .as("codes"),
      )
      .select((by) => by.fn.countAll<number | string>().as("n"))
      .executeTakeFirstOrThrow();
    const left = Number(counted.n);
    if (left < low_below) low.push({ id, name, left });
  }
  return low;
}

/** How many codes that were not handed out expire when, the soonest first; those that have expired too. */
export async function selectGiftExpiries(db: Database, poolId: string) {
  const rows = await db
    .selectFrom("gift_codes")
    .select("expires_at")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("pool_id", "=", poolId)
    .where(isInStock)
    .groupBy("expires_at")
    .orderBy("expires_at")
    .execute();
  return rows.map((row) => ({
    expiresAt: row.expires_at,
    codes: Number(row.n),
  }));
}

/** Takes every code out that is left. Answers how many. */
export async function withdrawCodes(
  db: Database,
  poolId: string,
  at: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("gift_codes")
    .set({ withdrawn_at: at })
    .where("pool_id", "=", poolId)
    .where(isInStock)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Moves the expiry of codes that were not handed out. Answers of how many. */
export async function moveExpiry(
  db: Database,
  poolId: string,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("gift_codes")
    .set({ expires_at: to })
    .where("pool_id", "=", poolId)
    .where(isInStock)
    .where("expires_at", "=", from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
