import type { Database } from "../storage.ts";

interface Period {
  from: number;
  to: number;
}

/** The conversion behind a reward, those of a tie, or the one that a friend's id names. */
export function selectConversionsAbout(
  db: Database,
  siteId: string,
  about: string,
) {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", siteId)
    .where((by) =>
      about.startsWith("rwd_")
        ? by(
            "id",
            "in",
            by
              .selectFrom("rewards")
              .select("rewards.conversion_id")
              .where("rewards.id", "=", about),
          )
        : by(about.startsWith("ref_") ? "referral_id" : "id", "=", about),
    )
    .orderBy("id", "desc")
    .limit(20)
    .execute();
}

/** Orders that came with a member's code or link and count for somebody else, or nobody. */
export function selectAskedConversions(
  db: Database,
  memberId: string,
  { from, to }: Period,
) {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("asked_member_id", "=", memberId)
    .where("occurred_at", ">=", from)
    .where("occurred_at", "<=", to)
    .orderBy("id", "desc")
    .limit(20)
    .execute();
}

/** Who followed a member's links, newest first. */
export function selectClicksOfMember(
  db: Database,
  memberId: string,
  { from, to }: Period,
) {
  return db
    .selectFrom("clicks")
    .innerJoin("codes", "codes.code", "clicks.code")
    .select(["clicks.code", "clicks.channel", "clicks.at", "clicks.visitor"])
    .where("codes.member_id", "=", memberId)
    .where("clicks.at", ">=", from)
    .where("clicks.at", "<=", to)
    .where("clicks.bot", "=", 0)
    .orderBy("clicks.at", "desc")
    .limit(50)
    .execute();
}

/** Orders that matched nobody in a time: of some browsers, or with a code that nobody has. */
export function selectUnmatchedNear(
  db: Database,
  siteId: string,
  { from, to }: Period,
  visitors: string[],
) {
  return db
    .selectFrom("conversions")
    .selectAll()
    .where("site_id", "=", siteId)
    .where("occurred_at", ">=", from)
    .where("occurred_at", "<=", to)
    .where("referral_id", "is", null)
    .where("trust", "!=", "refused")
    .where((by) =>
      by.or([
        by("because", "=", "unknown_code"),
        ...(visitors.length
          ? [
              by.and([
                by("because", "in", ["no_touch", "window_closed"]),
                by("visitor", "in", visitors),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}
