import { statSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "kysely";
import { isPostgres } from "./storage/is-postgres.ts";
import type { Database } from "./storage/storage.ts";

/** How much the database holds, in bytes. */
export async function databaseBytes(
  address: string,
  db: Database,
): Promise<number> {
  if (isPostgres(address)) {
    const { rows } = await sql<{
      bytes: number;
    }>`select pg_database_size(current_database()) as bytes`.execute(db);
    return rows[0]?.bytes ?? 0;
  }
  const sizes = await Promise.all(
    [address, `${address}-wal`].map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What of a SQLite database is still in the log beside it. */
export function logBytes(address: string): number {
  if (isPostgres(address)) return 0;
  return statSync(`${address}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** How much room it has to grow; `null` where that is another machine's. */
export async function diskFreeBytes(address: string): Promise<number | null> {
  if (isPostgres(address)) return null;
  const { bavail, bsize } = await statfs(dirname(address));
  return bavail * bsize;
}
