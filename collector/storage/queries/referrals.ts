import { type Selectable, sql, type Updateable } from "kysely";
import {
  compiledByLength,
  compiledOnce,
  insertOnce,
} from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { ReferralsTable } from "../tables/rewards.ts";
import { pageOfSite } from "./rows-of-site.ts";

export type ReferralRow = Selectable<ReferralsTable>;

const selectReferralQuery = compiledOnce<ReferralRow>((db) =>
  db.selectFrom("referrals").selectAll().where("id", "=", ""),
);

export async function findReferral(
  db: Database,
  id: string,
): Promise<ReferralRow | undefined> {
  return (await selectReferralQuery(db, [id])).rows[0];
}

export async function selectReferral(
  db: Database,
  id: string,
): Promise<ReferralRow> {
  const referral = await findReferral(db, id);
  if (!referral) throw new Error(`Referral ${id} vanished while it was read.`);
  return referral;
}

const tieOfQuery = compiledByLength<ReferralRow>((db, friends) =>
  db
    .selectFrom("referrals")
    .selectAll()
    .where("site_id", "=", "")
    .where("friend_id", "in", friends)
    .where("verified", "=", sql.lit(1))
    .where("stage", "!=", sql.lit("void"))
    .where("id", "!=", "")
    .orderBy("id")
    .limit(sql.lit(1)),
);

/** The oldest tie that a trusted word made for one of these people. */
export async function selectTieOf(
  db: Database,
  siteId: string,
  friendIds: string[],
  exceptId: string | null = null,
): Promise<ReferralRow | undefined> {
  if (!friendIds.length) return undefined;
  const { rows } = await tieOfQuery(db, friendIds.length, [
    siteId,
    ...friendIds,
    exceptId ?? "",
  ]);
  return rows[0];
}

export const insertReferral = insertOnce("referrals", [
  "id",
  "site_id",
  "program_id",
  "program_version",
  "member_id",
  "friend_id",
  "code",
  "credited_by",
  "touch_at",
  "stage",
  "verified",
  "created_at",
]);

export async function updateReferral(
  db: Database,
  id: string,
  change: Updateable<ReferralsTable>,
): Promise<void> {
  await db.updateTable("referrals").set(change).where("id", "=", id).execute();
}

/** A page of ties, newest first. */
export function selectReferrals(
  db: Database,
  siteId: string,
  by: {
    memberId: string | null;
    stage: string | null;
    before: string | null;
    limit: number;
  },
) {
  let found = pageOfSite(db, "referrals", siteId, by).where(
    "stage",
    "!=",
    "void",
  );
  if (by.memberId) found = found.where("member_id", "=", by.memberId);
  if (by.stage) found = found.where("stage", "=", by.stage);
  return found.execute();
}

/** What happened along some ties, oldest first. */
export function selectHistory(db: Database, referralIds: string[]) {
  return db
    .selectFrom("conversions")
    .select(["id", "referral_id", "type", "occurred_at", "because", "trust"])
    .select("warnings")
    .where("referral_id", "in", referralIds)
    .orderBy("occurred_at")
    .execute();
}

export async function countFriends(
  db: Database,
  memberId: string,
): Promise<number> {
  const row = await db
    .selectFrom("referrals")
    .select((by) => by.fn.countAll<number | string>().as("n"))
    .where("member_id", "=", memberId)
    .where("stage", "!=", "void")
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** A member's friends, the newest first. */
export function selectFriends(db: Database, memberId: string, limit: number) {
  return db
    .selectFrom("referrals")
    .select([
      "id",
      "stage",
      "verified",
      "created_at",
      "credited_by",
      "touch_at",
    ])
    .where("member_id", "=", memberId)
    .where("stage", "!=", "void")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
