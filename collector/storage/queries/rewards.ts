import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { compiledByLength, insertOnce } from "../compiled-once.ts";
import { markOrderHour } from "../rollups/mark-order-hour.ts";
import type { Database } from "../storage.ts";
import type { RewardsTable } from "../tables/rewards.ts";

/** A reward with its beneficiary's member id, if they have joined, its gift code and what is above its cap, if it has any. */
export type RewardRow = Selectable<RewardsTable> & {
  member_id: string | null;
  gift_pool_id: string | null;
  gift_handed_out_at: number | null;
  gift_taken_back_at: number | null;
  overflow_kind: "raffle" | "perk" | null;
  overflow_name: string | null;
  overflow_value_minor: number | null;
  overflow_above_minor: number | null;
  overflow_taken_back_at: number | null;
};

export function rewards(db: Database) {
  return db
    .selectFrom("rewards")
    .leftJoin("members", "members.person_id", "rewards.person_id")
    .leftJoin("gift_codes", "gift_codes.reward_id", "rewards.id")
    .leftJoin("overflows", "overflows.reward_id", "rewards.id")
    .selectAll("rewards")
    .select([
      "members.id as member_id",
      "gift_codes.pool_id as gift_pool_id",
      "gift_codes.handed_out_at as gift_handed_out_at",
      "gift_codes.taken_back_at as gift_taken_back_at",
      "overflows.kind as overflow_kind",
      "overflows.name as overflow_name",
      "overflows.value_minor as overflow_value_minor",
      "overflows.above_minor as overflow_above_minor",
      "overflows.taken_back_at as overflow_taken_back_at",
    ]);
}

export function selectReward(db: Database, siteId: string, id: string) {
  return rewards(db)
    .where("rewards.site_id", "=", siteId)
    .where("rewards.id", "=", id)
    .executeTakeFirst();
}

const rewardsOfQuery = compiledByLength<RewardRow>((db, conversions) =>
  rewards(db)
    .where("rewards.conversion_id", "in", conversions)
    .where("rewards.released", "=", sql.lit(0))
    .orderBy("rewards.id"),
);

/** The rewards that hold a place for these conversions, oldest first. */
export async function selectRewardsOf(
  db: Database,
  conversionIds: string[],
): Promise<RewardRow[]> {
  return (await rewardsOfQuery(db, conversionIds.length, conversionIds)).rows;
}

const shownRewardsOfQuery = compiledByLength<RewardRow>((db, conversions) =>
  rewards(db)
    .where("rewards.conversion_id", "in", conversions)
    .where((by) =>
      by.or([
        by("rewards.released", "=", sql.lit(0)),
        by("rewards.because", "=", sql.lit("refunded")),
      ]),
    )
    .orderBy("rewards.id"),
);

/** What a conversion's answer shows: the standing rewards, and those that a refund took back entirely. */
export async function selectShownRewardsOf(
  db: Database,
  conversionIds: string[],
): Promise<RewardRow[]> {
  const { rows } = await shownRewardsOfQuery(
    db,
    conversionIds.length,
    conversionIds,
  );
  return rows;
}

/** Every reward that an order ever had, those that gave way among them, oldest first. */
export async function selectRewardIdsOf(
  db: Database,
  conversionId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("rewards")
    .select("id")
    .where("conversion_id", "=", conversionId)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

const insertRow = insertOnce("rewards", [
  "id",
  "site_id",
  "conversion_id",
  "referral_id",
  "program_id",
  "step_on",
  "side",
  "person_id",
  "friend_id",
  "kind",
  "name",
  "currency",
  "amount_minor",
  "compensation_minor",
  "state",
  "because",
  "capped_by",
  "confirmable_at",
  "released",
  "seen_standing",
  "created_at",
]);

/** Adds a reward to an order. */
export async function insertReward(
  db: Database,
  row: Insertable<RewardsTable>,
  order: { site_id: string; occurred_at: number },
): Promise<void> {
  await insertRow(db, row);
  await markOrderHour(db, order);
}

export async function updateReward(
  db: Database,
  id: string,
  change: Updateable<RewardsTable>,
): Promise<void> {
  await db.updateTable("rewards").set(change).where("id", "=", id).execute();
}

/** A page of rewards, newest first. */
export function selectRewards(
  db: Database,
  siteId: string,
  by: {
    state: RewardRow["state"] | null;
    personId: string | null;
    programId: string | null;
    before: string | null;
    limit: number;
  },
) {
  let found = rewards(db)
    .where("rewards.site_id", "=", siteId)
    .orderBy("rewards.id", "desc")
    .limit(by.limit);
  if (by.state) found = found.where("rewards.state", "=", by.state);
  if (by.personId) found = found.where("rewards.person_id", "=", by.personId);
  if (by.programId)
    found = found.where("rewards.program_id", "=", by.programId);
  if (by.before) found = found.where("rewards.id", "<", by.before);
  return found.execute();
}
