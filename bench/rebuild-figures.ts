import { isPostgres } from "../collector/storage/is-postgres.ts";
import { rebuildRollups } from "../collector/storage/rollups/rebuild-rollups.ts";
import { openSqlite } from "../collector/storage/sqlite/open-sqlite.ts";
import { kyselyOf } from "./fill-dialect.ts";

/** Brings what reports read up to what was put beside the collector into a database. */
export async function rebuildFigures(database: string): Promise<void> {
  if (!isPostgres(database)) {
    const storage = await openSqlite(database);
    await rebuildRollups(storage.db);
    await storage.close();
    return;
  }
  const db = kyselyOf(database);
  await rebuildRollups(db);
  await db.destroy();
}
