import { type Selectable, sql, type Updateable } from "kysely";
import {
  compiledByLength,
  compiledOnce,
  insertOnce,
} from "../compiled-once.ts";
import type { RewardsTable } from "../schema.ts";
import type { Database } from "../storage.ts";
import { sumPerks } from "./overflows.ts";

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

function rewards(db: Database) {
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

const stepTakenQuery = compiledOnce((db) =>
  db
    .selectFrom("rewards")
    .select("id")
    .where("site_id", "=", "")
    .where("program_id", "=", "")
    .where("friend_id", "=", "")
    .where("step_on", "=", "")
    .where("side", "=", "friend")
    .where("released", "=", sql.lit(0))
    .where("id", "!=", ""),
);

/** Whether a friend's step has already paid, or promised, a side. */
export async function isStepTaken(
  db: Database,
  place: {
    siteId: string;
    programId: string;
    friendId: string;
    on: string;
    side: "referrer" | "friend";
    /** The reward that asks. */
    exceptId?: string;
  },
): Promise<boolean> {
  const { rows } = await stepTakenQuery(db, [
    place.siteId,
    place.programId,
    place.friendId,
    place.on,
    place.side,
    place.exceptId ?? "",
  ]);
  return rows.length > 0;
}

interface EarnedRow {
  step_on: string;
  amount_minor: number;
  created_at: number;
  perk_minor: number | null;
}

const earnedQuery = compiledOnce<EarnedRow>((db) =>
  db
    .selectFrom("rewards")
    .leftJoin("overflows", (on) =>
      on
        .onRef("overflows.reward_id", "=", "rewards.id")
        .on("overflows.kind", "=", sql.lit("perk" as const))
        .on("overflows.taken_back_at", "is", null),
    )
    .select([
      "step_on",
      "amount_minor",
      "created_at",
      "overflows.value_minor as perk_minor",
    ])
    .where("person_id", "=", "")
    .where("program_id", "=", "")
    .where("side", "=", sql.lit("referrer" as const))
    .where("state", "!=", sql.lit("void" as const))
    .where("created_at", ">=", 0)
    .where((by) =>
      by.or([
        by("because", "is", null),
        by("because", "!=", sql.lit("unverified")),
      ]),
    ),
);

/** What a person has been promised as referrer since an instant, for the programme's limits; with a perk, its worth too. */
export async function selectEarned(
  db: Database,
  personId: string,
  programId: string,
  since: number,
): Promise<EarnedRow[]> {
  return (await earnedQuery(db, [personId, programId, since])).rows;
}

/** What a programme, or one step of it, has promised and not taken back: rewards, and perks for what is above their cap. */
export async function sumPromised(
  db: Database,
  siteId: string,
  programId: string,
  on: string | null,
): Promise<number> {
  let promised = db
    .selectFrom("rewards")
    .select((by) => by.fn.sum<number | string>("amount_minor").as("sum"))
    .where("site_id", "=", siteId)
    .where("program_id", "=", programId)
    .where("state", "!=", "void")
    .where((by) =>
      by.or([by("because", "is", null), by("because", "!=", "unverified")]),
    );
  if (on !== null) promised = promised.where("step_on", "=", on);
  const rewardsMinor = Number((await promised.executeTakeFirst())?.sum ?? 0);
  return rewardsMinor + (await sumPerks(db, siteId, programId, on));
}

export const insertReward = insertOnce("rewards", [
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

export async function updateReward(
  db: Database,
  id: string,
  change: Updateable<RewardsTable>,
): Promise<void> {
  await db.updateTable("rewards").set(change).where("id", "=", id).execute();
}

export const insertLedgerEntry = insertOnce("ledger", [
  "id",
  "site_id",
  "reward_id",
  "entry",
  "amount_minor",
  "currency",
  "key",
  "actor",
  "reason",
  "at",
]);

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

/** Whether a programme has ever promised anything. */
export async function hasRewards(
  db: Database,
  siteId: string,
  programId: string,
): Promise<boolean> {
  const found = await db
    .selectFrom("rewards")
    .select("id")
    .where("site_id", "=", siteId)
    .where("program_id", "=", programId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Everything a person has been promised, newest first, with the owner's words where it was taken back by hand. */
export function selectRewardsOfPerson(db: Database, personId: string) {
  return (
    db
      .selectFrom("rewards")
      .innerJoin("conversions", "conversions.id", "rewards.conversion_id")
      .leftJoin("overflows", "overflows.reward_id", "rewards.id")
      .leftJoin("ledger", (join) =>
        join
          .onRef("ledger.reward_id", "=", "rewards.id")
          .on("ledger.entry", "=", "void")
          .on("ledger.actor", "!=", "collector"),
      )
      // A row's price is its columns.
      .select([
        "rewards.id",
        "rewards.referral_id",
        "rewards.step_on",
        "rewards.side",
        "rewards.kind",
        "rewards.name",
        "rewards.currency",
        "rewards.amount_minor",
        "rewards.compensation_minor",
        "rewards.state",
        "rewards.because",
        "rewards.capped_by",
        "rewards.confirmable_at",
        "rewards.seen_standing",
        "rewards.created_at",
        "ledger.reason as note",
        "conversions.credited_by",
        "conversions.credited_at",
        "overflows.kind as overflow_kind",
        "overflows.name as overflow_name",
        "overflows.value_minor as overflow_value_minor",
        "overflows.taken_back_at as overflow_taken_back_at",
      ])
      .where("rewards.person_id", "=", personId)
      .orderBy("rewards.id", "desc")
      .limit(100)
      .execute()
  );
}

/** A person's money by state and currency. */
export function sumRewardsOfPerson(db: Database, personId: string) {
  return db
    .selectFrom("rewards")
    .select(["state", "currency"])
    .select((by) => [
      by.fn.sum<number | string>("amount_minor").as("amount"),
      by.fn.sum<number | string>("compensation_minor").as("compensation"),
    ])
    .where("person_id", "=", personId)
    .groupBy(["state", "currency"])
    .execute();
}

/** Pending rewards whose hold is over, oldest first. */
export function selectDue(db: Database, now: number, limit: number) {
  return db
    .selectFrom("rewards")
    .selectAll()
    .where("state", "=", "pending")
    .where("because", "=", "hold_period")
    .where("confirmable_at", "<=", now)
    .orderBy("confirmable_at")
    .limit(limit)
    .execute();
}

/** Rewards of one site that wait for nothing but time, however long yet. */
export function selectHeldByTime(db: Database, siteId: string, limit: number) {
  return db
    .selectFrom("rewards")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("state", "=", "pending")
    .where("because", "=", "hold_period")
    .orderBy("confirmable_at")
    .limit(limit)
    .execute();
}
