import { type Insertable, sql, type Updateable } from "kysely";
import { compiledOnce } from "../compiled-once.ts";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import { isInForce } from "./site-keys.ts";

const columns = [
  "sites.id",
  "sites.name",
  "sites.public_key",
  "sites.signing_key",
  "sites.origins",
  "sites.consent",
  "sites.test",
  "sites.test_of",
  "sites.closed_at",
] as const;

/** By its present public key, or by a former one that still holds. */
export async function selectSiteByPublicKey(
  db: Database,
  publicKey: string,
  now: number,
) {
  const site = await db
    .selectFrom("sites")
    .select(columns)
    .where("public_key", "=", publicKey)
    .executeTakeFirst();
  if (site) return site;
  return db
    .selectFrom("former_keys")
    .innerJoin("sites", "sites.id", "former_keys.site_id")
    .select(columns)
    .where("former_keys.kind", "=", "public")
    .where("former_keys.value", "=", publicKey)
    .where(isInForce(now))
    .executeTakeFirst();
}

/** By an API key that holds, of a site that is open. */
export function selectSiteByKeyHash(db: Database, hash: string, now: number) {
  return db
    .selectFrom("sites")
    .innerJoin("api_keys", "api_keys.site_id", "sites.id")
    .select(columns)
    .where("api_keys.hash", "=", hash)
    .where("sites.closed_at", "is", null)
    .where("api_keys.revoked_at", "is", null)
    .where((by) =>
      by.or([
        by("api_keys.ends_at", "is", null),
        by("api_keys.ends_at", ">", now),
      ]),
    )
    .executeTakeFirst();
}

/** The oldest site that is open, or else the oldest: the one that an unknown code's visitor is sent to. */
export function selectFirstSite(db: Database) {
  return db
    .selectFrom("sites")
    .select(columns)
    .orderBy((by) =>
      by.case().when("closed_at", "is", null).then(0).else(1).end(),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

export function selectSite(db: Database, siteId: string) {
  return db
    .selectFrom("sites")
    .select(columns)
    .where("id", "=", siteId)
    .executeTakeFirstOrThrow();
}

export function selectSiteById(db: Database, siteId: string) {
  return db
    .selectFrom("sites")
    .select(columns)
    .where("id", "=", siteId)
    .executeTakeFirst();
}

export async function insertSite(
  db: Database,
  row: Insertable<Schema["sites"]>,
): Promise<void> {
  await db.insertInto("sites").values(row).execute();
}

export async function updateSite(
  db: Database,
  siteId: string,
  change: Updateable<Schema["sites"]>,
): Promise<void> {
  await db.updateTable("sites").set(change).where("id", "=", siteId).execute();
}

/** A page of sites, the oldest first. */
export function selectSites(
  db: Database,
  by: {
    query: string | null;
    isOpen: boolean;
    offset: number;
    limit: number;
  },
) {
  let found = db
    .selectFrom("sites")
    .select(columns)
    .orderBy("created_at")
    .orderBy("id")
    .limit(by.limit)
    .offset(by.offset);
  if (by.isOpen) found = found.where("closed_at", "is", null);
  if (by.query !== null) {
    const text = `%${by.query.replace(/[\\%_]/g, "\\$&")}%`;
    found = found.where(
      // In any case, which LIKE alone means in SQLite only.
      sql<boolean>`(lower(name) like lower(${text}) escape '\\' or lower(origins) like lower(${text}) escape '\\')`,
    );
  }
  return found.execute();
}

/** The trial of a site, where it has one. */
export function selectTestSiteOf(db: Database, siteId: string) {
  return db
    .selectFrom("sites")
    .select(columns)
    .where("test_of", "=", siteId)
    .executeTakeFirst();
}

const isTestSiteQuery = compiledOnce<{ test: number }>((db) =>
  db.selectFrom("sites").select("test").where("id", "=", ""),
);

export async function isTestSite(
  db: Database,
  siteId: string,
): Promise<boolean> {
  return (await isTestSiteQuery(db, [siteId])).rows[0]?.test === 1;
}
