import type { Insertable, Selectable, Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { GiftCodesTable, GiftPoolsTable } from "../tables/gifts.ts";
import type { RewardsTable } from "../tables/rewards.ts";
import { pageOfSite, rowsOfSite } from "./rows-of-site.ts";

export type GiftPoolRow = Selectable<GiftPoolsTable>;
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

/** `expires_at` of a code that never does. */
export const neverAt = 8_640_000_000_000_000;

type PoolOfStep = Pick<GiftPoolRow, "id" | "side" | "currency" | "value_minor">;

const selectPoolsOfStepQuery = compiledOnce<PoolOfStep>((db) =>
  db
    .selectFrom("gift_pools")
    .select(["id", "side", "currency", "value_minor"])
    .where("site_id", "=", "")
    .where("program_id", "=", "")
    .where("step_on", "=", "")
    .where("retired_at", "is", null)
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

/** Gives a reward the code of a pool that expires first, of these the oldest; false where none is left. */
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
        .where("free.withdrawn_at", "is", null)
        .where("free.expires_at", ">", at)
        .orderBy("free.expires_at")
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
    .select("gift_codes.expires_at")
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

export async function updateGiftPool(
  db: Database,
  id: string,
  change: Updateable<GiftPoolsTable>,
): Promise<void> {
  await db.updateTable("gift_pools").set(change).where("id", "=", id).execute();
}

export function selectGiftPool(db: Database, siteId: string, id: string) {
  return rowsOfSite(db, "gift_pools", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A page of pools, newest first. */
export function selectGiftPools(
  db: Database,
  siteId: string,
  by: { before: string | null; limit: number },
) {
  return pageOfSite(db, "gift_pools", siteId, by).execute();
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
