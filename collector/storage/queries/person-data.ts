import type { Database } from "../storage.ts";

/** Somebody's row: what is left of whoever was erased. */
export function selectPerson(db: Database, id: string) {
  return db
    .selectFrom("people")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A person's browsers, and whether somebody else is known by the same one. */
export async function selectBrowsersOf(
  db: Database,
  siteId: string,
  personId: string,
) {
  const rows = await db
    .selectFrom("visitor_people as own")
    .select(["own.visitor", "own.seen_at"])
    .select((by) =>
      by
        .selectFrom("visitor_people as others")
        .select((count) => count.fn.countAll<number | string>().as("n"))
        .whereRef("others.site_id", "=", "own.site_id")
        .whereRef("others.visitor", "=", "own.visitor")
        .whereRef("others.person_id", "!=", "own.person_id")
        .as("others"),
    )
    .where("own.site_id", "=", siteId)
    .where("own.person_id", "=", personId)
    .orderBy("own.seen_at")
    .execute();
  return rows.map(({ visitor, seen_at, others }) => ({
    visitor,
    seenAt: seen_at,
    shared: Number(others) > 0,
  }));
}

export function selectCodesOf(db: Database, memberId: string) {
  return db
    .selectFrom("codes")
    .select(["code", "created_at"])
    .where("member_id", "=", memberId)
    .orderBy("created_at")
    .execute();
}

export function selectTokensOf(db: Database, memberId: string) {
  return db
    .selectFrom("member_tokens")
    .select(["created_at", "revoked_at"])
    .where("member_id", "=", memberId)
    .orderBy("created_at")
    .execute();
}

export function selectClicksOf(
  db: Database,
  siteId: string,
  visitors: string[],
) {
  return db
    .selectFrom("clicks")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("visitor", "in", visitors)
    .orderBy("at")
    .execute();
}

/** The orders of a person, and what was given back for each. */
export function selectOrdersOf(db: Database, personId: string) {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("friend_id", "=", personId)
    .orderBy("id")
    .execute();
}

export function selectRefundsOf(db: Database, personId: string) {
  return db
    .selectFrom("refunds")
    .innerJoin("conversions", "conversions.id", "refunds.conversion_id")
    .selectAll("refunds")
    .where("conversions.friend_id", "=", personId)
    .orderBy("refunds.at")
    .execute();
}

/** What a person's orders became. */
export function selectOrderChangesOf(db: Database, personId: string) {
  return db
    .selectFrom("order_changes")
    .innerJoin("conversions", "conversions.id", "order_changes.conversion_id")
    .selectAll("order_changes")
    .where("conversions.friend_id", "=", personId)
    .orderBy("order_changes.at")
    .execute();
}

/** The ties that a member has made, or that a person is the friend of. */
export function selectTiesOf(
  db: Database,
  who: { memberId: string } | { friendId: string },
) {
  const ties = db.selectFrom("referrals").selectAll().orderBy("id");
  return "memberId" in who
    ? ties.where("member_id", "=", who.memberId).execute()
    : ties.where("friend_id", "=", who.friendId).execute();
}

export function selectDisputesOf(db: Database, memberId: string) {
  return db
    .selectFrom("disputes")
    .selectAll()
    .where("member_id", "=", memberId)
    .orderBy("id")
    .execute();
}

export function selectAllRewardsOf(db: Database, personId: string) {
  return db
    .selectFrom("rewards")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
}

export function selectLedgerOf(db: Database, personId: string) {
  return db
    .selectFrom("ledger")
    .innerJoin("rewards", "rewards.id", "ledger.reward_id")
    .selectAll("ledger")
    .where("rewards.person_id", "=", personId)
    .orderBy("ledger.id")
    .execute();
}

export function selectPayoutItemsOf(db: Database, personId: string) {
  return db
    .selectFrom("payout_items")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("payout_id")
    .execute();
}
