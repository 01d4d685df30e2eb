import type { Database } from "../storage.ts";

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

/** Says anew whose the origins are. */
export async function replaceAllowedOrigins(
  db: Database,
  siteId: string,
  origins: string[],
): Promise<void> {
  await db
    .deleteFrom("site_origins_allowed")
    .where("site_id", "=", siteId)
    .execute();
  if (!origins.length) return;
  await db
    .insertInto("site_origins_allowed")
    .values(
      [...new Set(origins)].map((origin) => ({ origin, site_id: siteId })),
    )
    .execute();
}

/** Whether some site may be used on one of these origins. */
export async function isAllowedAnywhere(
  db: Database,
  origins: string[],
): Promise<boolean> {
  const row = await db
    .selectFrom("site_origins_allowed")
    .select("site_id")
    .where("origin", "in", origins)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
