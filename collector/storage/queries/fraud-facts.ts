import { sql } from "kysely";
import { compiledByLength, compiledOnce } from "../compiled-once.ts";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import type { ReferralRow } from "./referrals.ts";

/** Counting friends stops here: more make no difference. */
const mostCounted = 300;

export interface ReferrerFacts {
  personId: string;
  memberSince: number;
  /** Encrypted by the vault. */
  email: string | null;
  /** Friends up to the instant asked for, at most 300. */
  inHour: number;
  inDay: number;
  /** Other friends who gave the same mailbox in another spelling. */
  sameMailbox: number;
}

interface FactsRow {
  person_id: string;
  created_at: number;
  email: string | null;
  in_hour: number | string;
  in_day: number | string;
  same_mailbox: number | string;
}

const referrerFactsQuery = compiledOnce<FactsRow>((db) => {
  const counted = db
    .selectFrom((by) =>
      by
        .selectFrom("referrals")
        .select("touch_at")
        .where("member_id", "=", "")
        .where("verified", "=", by.lit(1))
        .where("touch_at", ">=", 0)
        .where(
          isOnServer(db)
            ? // The first says where to stop in the index; the second, which friends of that last instant were tied before.
              sql<boolean>`touch_at <= ${0}::bigint and (touch_at, id) <= (${0}::bigint, ${""})`
            : sql<boolean>`touch_at <= ${0}`,
        )
        .limit(by.lit(mostCounted))
        .as("friends"),
    )
    .select((by) => by.fn.countAll().as("in_hour"));
  // Where counting stopped within the hour, it would stop at the same number within the day.
  const inDay = sql<
    number | string
  >`case when in_hour = ${sql.lit(mostCounted)} then in_hour else (${counted}) end`;
  const sameMailbox = db
    .selectFrom("conversions")
    .select((by) => by.fn.count("friend_id").distinct().as("n"))
    .where("site_id", "=", "")
    .where("mailbox_index", "=", "")
    .where("member_id", "=", "")
    .where("friend_id", "!=", "");
  return db
    .selectFrom(["members", counted.as("lately")])
    .select(["person_id", "created_at", "email", "in_hour"])
    .select([inDay.as("in_day"), sameMailbox.as("same_mailbox")])
    .where("id", "=", "");
});

/** What the fraud rules ask of a referrer, in one query: it runs at every sale. */
export async function selectReferrerFacts(
  db: Database,
  { id, member_id, site_id, friend_id, touch_at }: ReferralRow,
  by: { hourAgo: number; dayAgo: number; mailbox: string | null },
): Promise<ReferrerFacts> {
  // On a server orders run beside one another, and friends of one instant may be tied in any order: each counts those before it.
  const until = isOnServer(db) ? [touch_at, touch_at, id] : [touch_at];
  const { rows } = await referrerFactsQuery(db, [
    ...[member_id, by.dayAgo, ...until],
    ...[site_id, by.mailbox, member_id, friend_id],
    ...[member_id, by.hourAgo, ...until],
    member_id,
  ]);
  const [row] = rows;
  if (!row)
    throw new Error(`Member ${member_id} vanished while it was judged.`);
  return {
    personId: row.person_id,
    memberSince: row.created_at,
    email: row.email,
    inHour: Number(row.in_hour),
    inDay: Number(row.in_day),
    sameMailbox: Number(row.same_mailbox),
  };
}

const friendsAmongQuery = compiledByLength<{ n: number | string }>(
  (db, people) =>
    db
      .selectFrom("referrals")
      .select((by) => by.fn.countAll().as("n"))
      .where("friend_id", "in", people)
      .where("member_id", "=", "")
      .where("verified", "=", sql.lit(1))
      .where("stage", "!=", sql.lit("void")),
);

/** How many of these people are friends of a member. */
export async function countFriendsAmong(
  db: Database,
  memberId: string,
  personIds: string[],
): Promise<number> {
  const { rows } = await friendsAmongQuery(db, personIds.length, [
    ...personIds,
    memberId,
  ]);
  return Number(rows[0]?.n ?? 0);
}

const usedBrowsersQuery = compiledByLength((db, visitors) =>
  db
    .selectFrom("visitor_people")
    .select("visitor")
    .where("site_id", "=", "")
    .where("visitor", "in", visitors)
    .where("person_id", "=", "")
    .limit(sql.lit(1)),
);

/** Whether a person was seen on one of these browsers. */
export async function hasUsedBrowsers(
  db: Database,
  siteId: string,
  personId: string,
  visitors: string[],
): Promise<boolean> {
  const { rows } = await usedBrowsersQuery(db, visitors.length, [
    siteId,
    ...visitors,
    personId,
  ]);
  return rows.length > 0;
}

const clickSourceQuery = compiledOnce<{
  url: string | null;
  props: string | null;
}>((db) =>
  db
    .selectFrom("events")
    .select(["url", "props"])
    .where("site_id", "=", "")
    .where("id", "=", ""),
);

/** What is known of where a click came from. */
export async function selectClickSource(
  db: Database,
  siteId: string,
  click: string,
): Promise<{ url: string | null; props: string | null } | undefined> {
  return (await clickSourceQuery(db, [siteId, click])).rows[0];
}

const chargedBackQuery = compiledByLength((db, people) =>
  db
    .selectFrom("conversions")
    .select("id")
    .where("friend_id", "in", people)
    .where("charged_back_at", "is not", null)
    .where("id", "!=", "")
    .limit(sql.lit(1)),
);

/** Whether the payment of another order of these people's was charged back. */
export async function hasChargedBack(
  db: Database,
  personIds: string[],
  exceptId: string,
): Promise<boolean> {
  const { rows } = await chargedBackQuery(db, personIds.length, [
    ...personIds,
    exceptId,
  ]);
  return rows.length > 0;
}
