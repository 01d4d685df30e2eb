import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";

export async function insertMemberToken(
  db: Database,
  row: { hash: string; member_id: string; created_at: number },
): Promise<void> {
  await db
    .insertInto("member_tokens")
    .values({ ...row, revoked_at: null })
    .execute();
}

const memberByTokenQuery = compiledOnce<{ id: string; site_id: string }>((db) =>
  db
    .selectFrom("member_tokens")
    .innerJoin("members", "members.id", "member_tokens.member_id")
    .select(["members.id", "members.site_id"])
    .where("member_tokens.hash", "=", "")
    .where("member_tokens.revoked_at", "is", null),
);

export async function selectMemberByToken(
  db: Database,
  hash: string,
): Promise<{ id: string; site_id: string } | undefined> {
  return (await memberByTokenQuery(db, [hash])).rows[0];
}
