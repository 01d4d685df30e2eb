import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect, sql } from "kysely";
import { providePartitions } from "../queries/event-partitions.ts";
import type { Schema } from "../schema.ts";
import type { Database } from "../storage.ts";
import { compareSums, type Sum } from "./compare-sums.ts";
import { CannotMove, copyTable, rowsOf } from "./copy-table.ts";
import { digestOf } from "./digest-of-rows.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { moveableTables, type Table } from "./moveable-tables.ts";
import { openPatiently } from "./open-patiently.ts";

export interface Moved {
  tables: { name: string; rows: number; digest: string }[];
  sums: Sum[];
}

/**
 * Copies a SQLite database into an empty one of PostgreSQL, in one consistent read and one transaction: there is all of
 * it, compared row by row, or nothing. Throws `CannotMove` where either is not fit for it.
 */
export async function moveFromSqlite(
  path: string,
  url: string,
  told: (table: string, rows: number) => void = () => {},
): Promise<Moved> {
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  await migratePostgres(url);
  const connection = openPatiently(url);
  const target = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: connection.pool }),
  });
  try {
    const version = source.pragma("data_version", { simple: true });
    // From the first read on everything is as it was then.
    source.exec("begin");
    await refuseOtherVersion(source, target);
    return await target.transaction().execute(async (db) => {
      const moved = await moveAll(source, db, told);
      source.exec("commit");
      if (source.pragma("data_version", { simple: true }) !== version)
        throw new CannotMove(
          "The SQLite database was written to meanwhile: stop its collector, and move it again.",
        );
      return moved;
    });
  } finally {
    source.close();
    await target.destroy();
  }
}

async function moveAll(
  source: Sqlite.Database,
  db: Database,
  told: (table: string, rows: number) => void,
): Promise<Moved> {
  const tables = await moveableTables(db);
  await refuseFull(db, tables);
  await sql`select set_config('enishi.ids', 'told', true)`.execute(db);
  await provideMonths(source, db);
  const moved: Moved["tables"] = [];
  for (const table of tables) {
    // What triggers would derive from the rows is copied too.
    await sql`alter table ${sql.table(table.name)} disable trigger user`.execute(
      db,
    );
    const read = await copyTable(source, db, table);
    const written = await digestOf(rowsOf(db, table));
    if (read.digest !== written.digest || read.rows !== written.rows)
      throw new CannotMove(
        `${table.name}: expected ${read.rows} rows ${read.digest}, and ${written.rows} rows ${written.digest} arrived.`,
      );
    await sql`alter table ${sql.table(table.name)} enable trigger user`.execute(
      db,
    );
    told(table.name, read.rows);
    moved.push({ name: table.name, ...read });
  }
  await sql`insert into event_ids (site_id, id, received_at)
    select site_id, id, received_at from events on conflict do nothing`.execute(
    db,
  );
  const sums = await compareSums(source, db);
  const unequal = sums.filter(({ isEqual }) => !isEqual);
  if (unequal.length)
    throw new CannotMove(
      `Expected equal sums, and these differ: ${unequal.map(({ name }) => name).join(", ")}.`,
    );
  return { tables: moved, sums };
}

async function refuseOtherVersion(
  source: Sqlite.Database,
  target: Database,
): Promise<void> {
  const list = "select name from kysely_migration order by name";
  const isOurs = source
    .prepare("select 1 from sqlite_schema where name = 'kysely_migration'")
    .get();
  const has = isOurs ? source.prepare(list).pluck().all() : [];
  const { rows } = await sql<{ name: string }>`${sql.raw(list)}`.execute(
    target,
  );
  if (has.join() !== rows.map(({ name }) => name).join())
    throw new CannotMove(
      "Expected a SQLite database of this version: start this version's collector on it once, stop it, and move it then.",
    );
}

async function refuseFull(db: Database, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    if (name === "decisions") continue;
    const { rows } =
      await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length)
      throw new CannotMove(
        `Expected an empty database of PostgreSQL, and ${name} has rows: make a new one with createdb.`,
      );
  }
}

/** Events of a month go where they would have gone. */
async function provideMonths(
  source: Sqlite.Database,
  db: Database,
): Promise<void> {
  const months = source
    .prepare(
      "select distinct strftime('%Y-%m-01', received_at / 1000, 'unixepoch') from events",
    )
    .pluck()
    .all() as string[];
  for (const month of months) {
    const from = Date.parse(month);
    await providePartitions(db, { from, to: from + 1 });
  }
}
