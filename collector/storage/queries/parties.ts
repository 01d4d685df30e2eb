import { sql } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

/** Whom a message is about, by our ids and by the shop's own. */
export interface Parties {
  referral: string | null;
  member: string | null;
  memberExternalId: string | null;
  friend: string | null;
  /** What the shop calls the friend, where a trusted word has said so. */
  friendExternalId: string | null;
}

const selectPartiesQuery = compiledOnce<Parties>((db) =>
  db
    .selectFrom("referrals")
    .innerJoin("members", "members.id", "referrals.member_id")
    .leftJoin("person_keys", (join) =>
      join
        .onRef("person_keys.person_id", "=", "referrals.friend_id")
        .on("person_keys.kind", "=", sql.lit("id" as const)),
    )
    .select([
      "referrals.id as referral",
      "referrals.member_id as member",
      "members.external_id as memberExternalId",
      "referrals.friend_id as friend",
      "person_keys.value as friendExternalId",
    ])
    .where("referrals.id", "=", "")
    .orderBy("person_keys.value")
    .limit(sql.lit(1)),
);

export async function selectParties(
  db: Database,
  referralId: string,
): Promise<Parties | undefined> {
  const { rows } = await selectPartiesQuery(db, [referralId]);
  return rows[0];
}
