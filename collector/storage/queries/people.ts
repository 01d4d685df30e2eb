import type { Database } from "../storage.ts";

/** A name that a trusted word gave a person. */
export interface PersonKey {
  kind: "id" | "email";
  value: string;
}

export async function insertPerson(
  db: Database,
  row: { id: string; site_id: string; created_at: number },
): Promise<void> {
  await db.insertInto("people").values(row).execute();
}

export async function selectPersonByKey(
  db: Database,
  siteId: string,
  key: PersonKey,
): Promise<string | null> {
  const row = await db
    .selectFrom("person_keys")
    .select("person_id")
    .where("site_id", "=", siteId)
    .where("kind", "=", key.kind)
    .where("value", "=", key.value)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

export function selectKeysOf(db: Database, personId: string) {
  return db
    .selectFrom("person_keys")
    .select(["kind", "value"])
    .where("person_id", "=", personId)
    .execute();
}

/** Gives a person a key, unless somebody already has it. */
export async function insertPersonKey(
  db: Database,
  siteId: string,
  personId: string,
  key: PersonKey,
): Promise<void> {
  await db
    .insertInto("person_keys")
    .values({ site_id: siteId, person_id: personId, ...key })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everything by which somebody was called becomes another's name. */
export async function movePersonKeys(
  db: Database,
  from: string,
  to: string,
): Promise<void> {
  await db
    .updateTable("person_keys")
    .set({ person_id: to })
    .where("person_id", "=", from)
    .execute();
}

/** The people who used a browser, the latest first. */
export async function selectPeopleByVisitor(
  db: Database,
  siteId: string,
  visitor: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("visitor_people")
    .select("person_id")
    .where("site_id", "=", siteId)
    .where("visitor", "=", visitor)
    .orderBy("seen_at", "desc")
    .limit(10)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The browsers a person used. */
export async function selectVisitorsOf(
  db: Database,
  siteId: string,
  personIds: string[],
): Promise<string[]> {
  if (!personIds.length) return [];
  const rows = await db
    .selectFrom("visitor_people")
    .select("visitor")
    .where("site_id", "=", siteId)
    .where("person_id", "in", personIds)
    .limit(50)
    .execute();
  return rows.map((row) => row.visitor);
}

export async function linkVisitor(
  db: Database,
  row: {
    site_id: string;
    visitor: string;
    person_id: string;
    seen_at: number;
  },
): Promise<void> {
  await db
    .insertInto("visitor_people")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["site_id", "visitor", "person_id"])
        .doUpdateSet({ seen_at: row.seen_at }),
    )
    .execute();
}
