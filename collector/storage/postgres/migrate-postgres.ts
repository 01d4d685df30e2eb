import { Kysely, PostgresDialect, sql } from "kysely";
import { migrate, migrationNames } from "../migrations/index.ts";
import { aheadMs, providePartitions } from "../queries/event-partitions.ts";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import { tableNames } from "../table-names.ts";
import { openPatiently } from "./open-patiently.ts";

const oldestVersion = 15;

/** Any number that nobody else locks in this database. */
const migrationsLock = 3_861_017_440;

/** The server is there, and cannot be used. */
export class UnfitServer extends Error {
  readonly code = "UNFIT";
}

/** Brings a database up to this version's schema, while other collectors that start wait. */
export async function migratePostgres(url: string): Promise<void> {
  const connection = openPatiently(url);
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: connection.pool }),
  });
  try {
    await refuseUnfitServer(db);
    if (!(await isUpToDate(db))) {
      // Held until the connection is closed.
      await sql`select pg_advisory_lock(${migrationsLock})`.execute(db);
      await migrate(db);
      await orderByBytes(db);
    }
    await provideAhead(db);
  } finally {
    await db.destroy();
  }
}

/** Whether there is nothing to migrate, and nothing to order: what is so at most starts, asked in one question. */
async function isUpToDate(db: Database): Promise<boolean> {
  const noSuchTable = "42P01";
  const { rows } = await sql<{ names: string[]; unordered: number }>`
    select array(select name::text from kysely_migration) as names, exists (
      select 1 from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = current_schema()::regnamespace and relname = any(${tableNames})
        and attnum > 0 and not attisdropped and atttypid = 'text'::regtype
        and attcollation <> 'pg_catalog."C"'::regcollation) as unordered`
    .execute(db)
    .catch((error: Error & { code?: unknown }) => {
      if (error.code === noSuchTable) return { rows: [] };
      throw error;
    });
  return rows.some(
    ({ names, unordered }) =>
      !unordered &&
      names.length === migrationNames.length &&
      migrationNames.every((name) => names.includes(name)),
  );
}

/** Nothing of now and of the months to come falls where nobody has foreseen it; where that has to wait, the hourly job sees to it. */
async function provideAhead(db: Database): Promise<void> {
  const now = Date.now();
  const isBusy = "55P03";
  await db
    .transaction()
    .execute((within) =>
      providePartitions(within, { from: now, to: now + aheadMs }),
    )
    .catch((error: Error & { code?: unknown }) => {
      if (error.code !== isBusy) throw error;
    });
}

async function refuseUnfitServer(db: Database): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const { version = "", encoding = "" } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < oldestVersion)
    throw new UnfitServer(
      `expected PostgreSQL ${oldestVersion} or later, and got ${version}`,
    );
  if (encoding !== "UTF8")
    throw new UnfitServer(
      `expected a database in UTF8, as createdb -E UTF8 makes it, and got ${encoding}`,
    );
}

/**
 * Ids and cursors are compared byte by byte, as SQLite does, whatever language the database was made for.
 * The migrations say `text`, which both engines read; here it is made to mean the same.
 */
async function orderByBytes(db: Database): Promise<void> {
  const { rows } = await sql<{ tab: string; columns: string[] }>`
    select table_name as tab, array_agg(column_name::text) as columns from information_schema.columns
      where table_schema = current_schema() and table_name = any(${tableNames})
        and data_type = 'text' and collation_name is distinct from 'C'
      group by table_name order by table_name`.execute(db);
  for (const { tab, columns } of rows)
    await sql`alter table ${sql.table(tab)} ${sql.join(
      columns.map(
        (column) => sql`alter column ${sql.ref(column)} type text collate "C"`,
      ),
    )}`.execute(db);
}
