import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { isPostgres } from "../collector/storage/is-postgres.ts";
import { patientSessionAt } from "../collector/storage/postgres/session.ts";
import { rebuildRollups } from "../collector/storage/rollups/rebuild-rollups.ts";
import type { Schema } from "../collector/storage/schema.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";

/** Brings what reports read up to what was put beside the collector into a database. */
export async function rebuildFigures(database: string): Promise<void> {
  if (!isPostgres(database)) {
    const storage = await openSqlite(database);
    await rebuildRollups(storage.db);
    await storage.close();
    return;
  }
  const pool = new pg.Pool({ ...patientSessionAt(database), max: 1 });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await rebuildRollups(db);
  await db.destroy();
}
