import type { Insertable, Selectable, Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Database } from "../storage.ts";
import type { MembersTable } from "../tables/members.ts";

/** A member with the code that is shown today. */
export type MemberRow = Selectable<MembersTable> & { code: string };

/** Members with their codes: where every question about them begins. */
export function members(db: Database) {
  return db
    .selectFrom("members")
    .innerJoin("codes", "codes.member_id", "members.id")
    .selectAll("members")
    .select("codes.code");
}

const selectMemberQuery = compiledOnce<MemberRow>((db) =>
  members(db).where("members.id", "=", ""),
);

export async function selectMember(
  db: Database,
  id: string,
): Promise<MemberRow | undefined> {
  return (await selectMemberQuery(db, [id])).rows[0];
}

export function selectMemberByExternalId(
  db: Database,
  siteId: string,
  externalId: string,
) {
  return members(db)
    .where("members.site_id", "=", siteId)
    .where("members.external_id", "=", externalId)
    .executeTakeFirst();
}

export function selectMemberByJoinKey(
  db: Database,
  siteId: string,
  joinKeyHash: string,
) {
  return members(db)
    .where("members.site_id", "=", siteId)
    .where("members.join_key_hash", "=", joinKeyHash)
    .executeTakeFirst();
}

export function selectMemberByPerson(db: Database, personId: string) {
  return members(db)
    .where("members.person_id", "=", personId)
    .executeTakeFirst();
}

export function selectMemberByCode(db: Database, code: string) {
  return members(db).where("codes.code", "=", code).executeTakeFirst();
}

const selectMemberOfSiteByCodeQuery = compiledOnce<MemberRow>((db) =>
  members(db).where("codes.site_id", "=", "").where("codes.code", "=", ""),
);

/** The members behind several codes of one site: mostly there is one code. */
export async function selectMembersByCodes(
  db: Database,
  siteId: string,
  codes: string[],
): Promise<MemberRow[]> {
  const found = await Promise.all(
    [...new Set(codes)].map((code) =>
      selectMemberOfSiteByCodeQuery(db, [siteId, code]),
    ),
  );
  return found.flatMap(({ rows }) => rows);
}

export async function insertMember(
  db: Database,
  row: Insertable<MembersTable>,
): Promise<void> {
  await db.insertInto("members").values(row).execute();
}

export async function updateMember(
  db: Database,
  id: string,
  change: Updateable<MembersTable>,
): Promise<void> {
  if (!Object.keys(change).length) return;
  await db.updateTable("members").set(change).where("id", "=", id).execute();
}

/** Takes a code; false where another member has it. */
export async function insertCode(
  db: Database,
  row: { code: string; site_id: string; member_id: string; created_at: number },
): Promise<boolean> {
  const result = await db
    .insertInto("codes")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
