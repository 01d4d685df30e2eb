import { sql } from "kysely";
import {
  compiledByLength,
  compiledOnce,
  insertOnce,
} from "../compiled-once.ts";
import type { Database } from "../storage.ts";

/** A name that a trusted word gave a person. */
export interface PersonKey {
  kind: "id" | "email";
  value: string;
}

export const insertPerson = insertOnce("people", [
  "id",
  "site_id",
  "created_at",
]);

const personByKeyQuery = compiledOnce<{ person_id: string }>((db) =>
  db
    .selectFrom("person_keys")
    .select("person_id")
    .where("site_id", "=", "")
    .where("kind", "=", "id")
    .where("value", "=", ""),
);

export async function selectPersonByKey(
  db: Database,
  siteId: string,
  key: PersonKey,
): Promise<string | null> {
  const { rows } = await personByKeyQuery(db, [siteId, key.kind, key.value]);
  return rows[0]?.person_id ?? null;
}

const keysOfQuery = compiledOnce<PersonKey>((db) =>
  db
    .selectFrom("person_keys")
    .select(["kind", "value"])
    .where("person_id", "=", ""),
);

export async function selectKeysOf(
  db: Database,
  personId: string,
): Promise<PersonKey[]> {
  return (await keysOfQuery(db, [personId])).rows;
}

const insertKey = insertOnce(
  "person_keys",
  ["site_id", "person_id", "kind", "value"],
  { orNothing: true },
);

/** Gives a person a key, unless somebody already has it. */
export function insertPersonKey(
  db: Database,
  siteId: string,
  personId: string,
  key: PersonKey,
): Promise<void> {
  return insertKey(db, { site_id: siteId, person_id: personId, ...key });
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

const peopleByVisitorQuery = compiledOnce<{ person_id: string }>((db) =>
  db
    .selectFrom("visitor_people")
    .select("person_id")
    .where("site_id", "=", "")
    .where("visitor", "=", "")
    .orderBy("seen_at", "desc")
    .limit(sql.lit(10)),
);

/** The people who used a browser, the latest first. */
export async function selectPeopleByVisitor(
  db: Database,
  siteId: string,
  visitor: string,
): Promise<string[]> {
  const { rows } = await peopleByVisitorQuery(db, [siteId, visitor]);
  return rows.map((row) => row.person_id);
}

const visitorsOfQuery = compiledByLength<{ visitor: string }>((db, people) =>
  db
    .selectFrom("visitor_people")
    .select("visitor")
    .where("site_id", "=", "")
    .where("person_id", "in", people)
    .limit(sql.lit(50)),
);

/** The browsers a person used. */
export async function selectVisitorsOf(
  db: Database,
  siteId: string,
  personIds: string[],
): Promise<string[]> {
  if (!personIds.length) return [];
  const { rows } = await visitorsOfQuery(db, personIds.length, [
    siteId,
    ...personIds,
  ]);
  return rows.map((row) => row.visitor);
}

const linkVisitorQuery = compiledOnce((db) =>
  db
    .insertInto("visitor_people")
    .values({ site_id: "", visitor: "", person_id: "", seen_at: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(["site_id", "visitor", "person_id"])
        .doUpdateSet((set) => ({ seen_at: set.ref("excluded.seen_at") })),
    ),
);

export async function linkVisitor(
  db: Database,
  row: {
    site_id: string;
    visitor: string;
    person_id: string;
    seen_at: number;
  },
): Promise<void> {
  await linkVisitorQuery(db, [
    row.site_id,
    row.visitor,
    row.person_id,
    row.seen_at,
  ]);
}
