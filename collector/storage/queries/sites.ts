import type { Insertable, Updateable } from "kysely";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";

const columns = [
  "sites.id",
  "sites.name",
  "sites.public_key",
  "sites.signing_key",
  "sites.origins",
  "sites.consent",
] as const;

export function selectSiteByPublicKey(db: Database, publicKey: string) {
  return db
    .selectFrom("sites")
    .select(columns)
    .where("public_key", "=", publicKey)
    .executeTakeFirst();
}

export function selectSiteByKeyHash(db: Database, hash: string) {
  return db
    .selectFrom("sites")
    .innerJoin("api_keys", "api_keys.site_id", "sites.id")
    .select(columns)
    .where("api_keys.hash", "=", hash)
    .where("api_keys.revoked_at", "is", null)
    .executeTakeFirst();
}

/** The oldest site: the one that an unknown code's visitor is sent to. */
export function selectFirstSite(db: Database) {
  return db
    .selectFrom("sites")
    .select(columns)
    .orderBy("created_at")
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

/** Remembers when an origin last sent something. */
export async function touchOrigin(
  db: Database,
  row: { site_id: string; origin: string; type: string; at: number },
): Promise<void> {
  await db
    .insertInto("site_origins")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["site_id", "origin"])
        .doUpdateSet({ type: row.type, at: row.at }),
    )
    .execute();
}

export function selectOrigins(db: Database, siteId: string) {
  return db
    .selectFrom("site_origins")
    .select(["origin", "type", "at"])
    .where("site_id", "=", siteId)
    .orderBy("at", "desc")
    .limit(50)
    .execute();
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

/** Keeps an API key's hash; the key itself is shown once and never stored. */
export async function insertApiKey(
  db: Database,
  row: { hash: string; site_id: string; created_at: number },
): Promise<void> {
  await db
    .insertInto("api_keys")
    .values({ ...row, revoked_at: null })
    .execute();
}
