import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { compiledByLength, compiledOnce } from "../compiled-once.ts";
import type { MembersTable } from "../schema.ts";
import type { Database } from "../storage.ts";

/** A member with the code that is shown today. */
export type MemberRow = Selectable<MembersTable> & { code: string };

function members(db: Database) {
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

interface Namesake {
  id: string;
  email_index: string | null;
}

const membersOfPeopleQuery = compiledByLength<Namesake>((db, people) =>
  db
    .selectFrom("members")
    .select(["id", "email_index"])
    .where("site_id", "=", "")
    .where("person_id", "in", people),
);
const membersByMailQuery = compiledByLength<Namesake>((db, mails) =>
  db
    .selectFrom("members")
    .select(["id", "email_index"])
    .where("site_id", "=", "")
    .where("email_index", "in", mails),
);

/** Members who are one of these people, or who share a mail with one of them: whoever has two accounts is one person. */
export async function selectMemberIdsOfPeople(
  db: Database,
  siteId: string,
  { personIds, emailIndex }: { personIds: string[]; emailIndex: string | null },
): Promise<string[]> {
  const found = personIds.length
    ? (await membersOfPeopleQuery(db, personIds.length, [siteId, ...personIds]))
        .rows
    : [];
  const mails = [
    ...new Set([emailIndex, ...found.map((row) => row.email_index)]),
  ].filter((mail) => mail !== null);
  const namesakes = mails.length
    ? (await membersByMailQuery(db, mails.length, [siteId, ...mails])).rows
    : [];
  return [...new Set([...found, ...namesakes].map(({ id }) => id))];
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

export async function insertMemberToken(
  db: Database,
  row: { hash: string; member_id: string; created_at: number },
): Promise<void> {
  await db
    .insertInto("member_tokens")
    .values({ ...row, revoked_at: null })
    .execute();
}

export function selectMemberByToken(db: Database, hash: string) {
  return db
    .selectFrom("member_tokens")
    .innerJoin("members", "members.id", "member_tokens.member_id")
    .select(["members.id", "members.site_id"])
    .where("member_tokens.hash", "=", hash)
    .where("member_tokens.revoked_at", "is", null)
    .executeTakeFirst();
}

/** As text that means only itself to LIKE. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** A page of members, newest first; `query` matches the shop's id, the code, the public name or a mail. */
export function selectMembers(
  db: Database,
  siteId: string,
  by: {
    query: string | null;
    code: string | null;
    emailIndex: string | null;
    state: "active" | "suspended" | null;
    before: string | null;
    limit: number;
  },
) {
  let found = members(db)
    .where("members.site_id", "=", siteId)
    .orderBy("members.id", "desc")
    .limit(by.limit);
  if (by.before) found = found.where("members.id", "<", by.before);
  if (by.state) found = found.where("members.state", "=", by.state);
  const { query, code, emailIndex } = by;
  if (query)
    found = found.where((where) =>
      where.or([
        where("members.external_id", "=", query),
        where("members.id", "=", query),
        // In any case, which LIKE alone means in SQLite only.
        sql<boolean>`lower(members.public_name) like lower(${`${escaped(query)}%`}) escape '\\'`,
        ...(code ? [where("codes.code", "=", code)] : []),
        ...(emailIndex ? [where("members.email_index", "=", emailIndex)] : []),
      ]),
    );
  return found.execute();
}
