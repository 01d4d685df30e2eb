import { Kysely, PostgresDialect, sql } from "kysely";
import {
  type Difference,
  rebuildAndCompare,
} from "../rollups/compare-rebuilt.ts";
import type { Schema } from "../schema.ts";
import { writersLock } from "./group-transaction.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { openPatiently } from "./open-patiently.ts";

/**
 * Counts what reports read anew, in one transaction; answers what differed. Collectors may run: their reads go on, and
 * their writes wait, up to their own limit of 10 seconds.
 */
export async function rebuildBeside(url: string): Promise<Difference[]> {
  await migratePostgres(url);
  const { pool } = openPatiently(url);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await db.transaction().execute(async (within) => {
      // Whoever decides something waits for this lock, and whoever only adds rows for the one on the tables.
      await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(
        within,
      );
      await sql`lock table events, clicks in share row exclusive mode`.execute(
        within,
      );
      return rebuildAndCompare(within);
    });
  } finally {
    await db.destroy();
  }
}
