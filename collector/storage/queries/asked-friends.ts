import type { Database } from "../storage.ts";

/** Orders that came with a member's code or link and are not theirs; not those of a friend who is theirs by another order. */
function askedOrders(db: Database, memberId: string) {
  return db
    .selectFrom("conversions")
    .where("asked_member_id", "=", memberId)
    .where("trust", "!=", "refused")
    .where((by) =>
      by.not(
        by.exists(
          by
            .selectFrom("referrals")
            .select("referrals.id")
            .whereRef("referrals.friend_id", "=", "conversions.friend_id")
            .where("referrals.member_id", "=", memberId)
            .where("referrals.stage", "!=", "void"),
        ),
      ),
    );
}

/** Who came with a member's code or link and is not their friend, by the latest order of each, newest first. */
export function selectAskedFriends(
  db: Database,
  memberId: string,
  limit: number,
) {
  return db
    .selectFrom("conversions")
    .select(["id", "type", "because", "recorded_at", "asked_by", "asked_at"])
    .where(
      "id",
      "in",
      askedOrders(db, memberId)
        .select((by) => by.fn.max("conversions.id").as("id"))
        .groupBy("conversions.friend_id"),
    )
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function countAskedFriends(
  db: Database,
  memberId: string,
): Promise<number> {
  const row = await askedOrders(db, memberId)
    .select((by) =>
      by.fn.count<number | string>("conversions.friend_id").distinct().as("n"),
    )
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
