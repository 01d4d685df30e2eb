import { type Insertable, type Selectable, sql } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type {
  GiftCodesTable,
  GiftPoolsTable,
  RewardsTable,
} from "../schema.ts";
import type { Database } from "../storage.ts";

export type GiftPoolRow = Selectable<GiftPoolsTable>;
/** What stands in a pool, and how many rewards wait for more. */
export type GiftPoolCounts = Record<
  "left" | "handed_out" | "taken_back" | "waiting",
  number
>;

/** The facts of a reward that say which pools are for it. */
export type GiftReward = Pick<
  Selectable<RewardsTable>,
  | "id"
  | "site_id"
  | "program_id"
  | "step_on"
  | "side"
  | "person_id"
  | "kind"
  | "currency"
  | "amount_minor"
>;

type PoolOfStep = Pick<GiftPoolRow, "id" | "side" | "currency" | "value_minor">;

const selectPoolsOfStepQuery = compiledOnce<PoolOfStep>((db) =>
  db
    .selectFrom("gift_pools")
    .select(["id", "side", "currency", "value_minor"])
    .where("site_id", "=", "")
    .where("program_id", "=", "")
    .where("step_on", "=", "")
    .orderBy("id"),
);

/** The pools of one step for one side, whatever they are worth: asked at every gift, so compiled once. */
export async function selectPoolsFor(
  db: Database,
  reward: Pick<GiftReward, "site_id" | "program_id" | "step_on" | "side">,
): Promise<PoolOfStep[]> {
  const { rows } = await selectPoolsOfStepQuery(db, [
    reward.site_id,
    reward.program_id,
    reward.step_on,
  ]);
  return rows.filter(({ side }) => side === null || side === reward.side);
}

/** Gives a reward the oldest code that is left in a pool; false where none is. */
export async function takeGiftCode(
  db: Database,
  { poolId, rewardId, at }: { poolId: string; rewardId: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("gift_codes")
    .set({ reward_id: rewardId, handed_out_at: at })
    .where("reward_id", "is", null)
    .where("id", "=", (by) =>
      by
        .selectFrom("gift_codes as free")
        .select("free.id")
        .where("free.pool_id", "=", poolId)
        .where("free.reward_id", "is", null)
        .orderBy("free.id")
        .limit(1),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes of a reward's code, if it has one, that the reward was taken back. The code stays with it. */
export async function noteGiftTakenBack(
  db: Database,
  rewardId: string,
  at: number,
): Promise<void> {
  await db
    .updateTable("gift_codes")
    .set({ taken_back_at: at })
    .where("reward_id", "=", rewardId)
    .where("taken_back_at", "is", null)
    .execute();
}

/** The codes of some rewards, sealed, with where they are used. */
export async function selectGiftsOf(db: Database, rewardIds: string[]) {
  if (!rewardIds.length) return [];
  return db
    .selectFrom("gift_codes")
    .innerJoin("gift_pools", "gift_pools.id", "gift_codes.pool_id")
    .select(["gift_codes.code", "gift_codes.handed_out_at", "gift_pools.url"])
    .select((by) => by.ref("gift_codes.reward_id").$notNull().as("reward_id"))
    .where("gift_codes.reward_id", "in", rewardIds)
    .execute();
}

export async function insertGiftPool(
  db: Database,
  row: GiftPoolRow,
): Promise<void> {
  await db.insertInto("gift_pools").values(row).execute();
}

export function selectGiftPool(db: Database, siteId: string, id: string) {
  return db
    .selectFrom("gift_pools")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A page of pools, newest first. */
export function selectGiftPools(
  db: Database,
  siteId: string,
  { before, limit }: { before: string | null; limit: number },
) {
  let found = db
    .selectFrom("gift_pools")
    .selectAll()
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(limit);
  if (before) found = found.where("id", "<", before);
  return found.execute();
}

/** Keeps a code; false where the site has or had it. */
export async function insertGiftCode(
  db: Database,
  row: Insertable<GiftCodesTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("gift_codes")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

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
          .where("gift_codes.reward_id", "is", null),
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
