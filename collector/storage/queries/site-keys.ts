import type { ExpressionBuilder, Insertable, Updateable } from "kysely";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import type { ApiKeysTable, FormerKeysTable } from "../tables/sites.ts";

/** Of former keys: whether it still holds. */
export function isInForce(now: number) {
  return (by: ExpressionBuilder<Schema, "former_keys">) =>
    by.or([
      by("former_keys.ends_at", "is", null),
      by("former_keys.ends_at", ">", now),
    ]);
}

/** Former keys of a site that still hold, the latest first. */
export function selectFormerKeys(
  db: Database,
  siteId: string,
  { kind, now }: { kind: "public" | "signing"; now: number },
) {
  return db
    .selectFrom("former_keys")
    .select(["id", "value", "replaced_at", "ends_at"])
    .where("site_id", "=", siteId)
    .where("kind", "=", kind)
    .where(isInForce(now))
    .orderBy("replaced_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function insertFormerKey(
  db: Database,
  row: Insertable<FormerKeysTable>,
): Promise<void> {
  await db.insertInto("former_keys").values(row).execute();
}

/** Ends a former key at once; answers whether there was one. */
export async function deleteFormerKey(
  db: Database,
  siteId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("former_keys")
    .where("site_id", "=", siteId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Keeps an API key's hash; the key itself is shown once and never stored. */
export async function insertApiKey(
  db: Database,
  row: Pick<
    ApiKeysTable,
    "hash" | "site_id" | "created_at" | "id" | "label" | "ending"
  >,
): Promise<void> {
  await db
    .insertInto("api_keys")
    .values({ ...row, revoked_at: null, ends_at: null, used_at: null })
    .execute();
}

/** API keys of a site that hold, the oldest first. */
export function selectApiKeys(db: Database, siteId: string, now: number) {
  return db
    .selectFrom("api_keys")
    .select(["id", "label", "ending", "created_at", "ends_at", "used_at"])
    .where("site_id", "=", siteId)
    .where("revoked_at", "is", null)
    .where((by) => by.or([by("ends_at", "is", null), by("ends_at", ">", now)]))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export async function updateApiKey(
  db: Database,
  id: string,
  change: Updateable<ApiKeysTable>,
): Promise<void> {
  await db.updateTable("api_keys").set(change).where("id", "=", id).execute();
}

/** Notes the hour in which a key was used; nothing where it is noted already. */
export async function noteApiKeyHour(
  db: Database,
  hash: string,
  hour: number,
): Promise<void> {
  await db
    .updateTable("api_keys")
    .set({ used_at: hour })
    .where("hash", "=", hash)
    .where((by) => by.or([by("used_at", "is", null), by("used_at", "<", hour)]))
    .execute();
}
