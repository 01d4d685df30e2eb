import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { isPostgres } from "../collector/storage/is-postgres.ts";
import { patientSessionAt } from "../collector/storage/postgres/session.ts";
import { providePartitions } from "../collector/storage/queries/event-partitions.ts";
import type { Schema } from "../collector/storage/schema.ts";

/** What an engine is told while nobody else uses the database. */
export interface Dialect {
  run(statement: string): Promise<void>;
  rows<Row extends object>(statement: string): Promise<Row[]>;
  /** A table expression `series` whose column `n` counts from 1; goes behind `from`. */
  series(count: number): string;
  /** A whole number with zeros in front. */
  padded(number: string, width: number): string;
  /** Takes a table's indexes and triggers away; answers what puts them back. */
  unwatched(table: string): Promise<() => Promise<void>>;
  /** Whether the ids of events are kept in a table of their own. */
  idsApart: boolean;
  /** Makes room for events of a time. */
  expectEvents(span: { from: number; to: number }): Promise<void>;
  /** What the database takes on the disk. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

export function openDialect(database: string): Promise<Dialect> {
  return isPostgres(database) ? openPostgres(database) : openSqlite(database);
}

async function openSqlite(path: string): Promise<Dialect> {
  const connection = new Sqlite(path);
  connection.pragma("journal_mode = DELETE");
  connection.pragma("synchronous = OFF");
  connection.pragma("cache_size = -1000000");
  connection.pragma("temp_store = MEMORY");
  const run = async (statement: string) => {
    connection.exec(statement);
  };
  const rows = async <Row extends object>(statement: string) =>
    connection.prepare(statement).all() as Row[];
  return {
    run,
    rows,
    series: (count) =>
      `(with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${count}) select n from counted) as series`,
    padded: (number, width) => `printf('%0${width}d', ${number})`,
    async unwatched(table) {
      const watchers = await rows<{ type: string; name: string; sql: string }>(
        `select type, name, sql from sqlite_master where type in ('index', 'trigger') and tbl_name = '${table}' and sql is not null`,
      );
      for (const { type, name } of watchers) await run(`drop ${type} ${name}`);
      return async () => {
        for (const { sql } of watchers) await run(sql);
      };
    },
    idsApart: false,
    expectEvents: async () => {},
    bytes: async () => statSync(path).size,
    async close() {
      connection.pragma("journal_mode = WAL");
      connection.close();
    },
  };
}

async function openPostgres(url: string): Promise<Dialect> {
  const client = new pg.Client(url);
  await client.connect();
  const run = async (statement: string) => {
    await client.query(statement);
  };
  const rows = async <Row extends object>(statement: string) =>
    (await client.query<Row>(statement)).rows;
  await run("set synchronous_commit = off");
  await run("set maintenance_work_mem = '512MB'");
  return {
    run,
    rows,
    series: (count) => `generate_series(1::bigint, ${count}) as series(n)`,
    padded: (number, width) => `lpad((${number})::text, ${width}, '0')`,
    async unwatched(table) {
      await run(`alter table ${table} disable trigger user`);
      // Those that stand behind a constraint stay.
      const indexes = await rows<{ name: string; sql: string }>(
        `select indexname as name, replace(indexdef, ' ON ONLY ', ' ON ') as sql from pg_indexes
          where schemaname = current_schema() and tablename = '${table}'
            and indexname not in (select conname from pg_constraint)`,
      );
      for (const { name } of indexes) await run(`drop index ${name}`);
      return async () => {
        for (const { sql } of indexes) await run(sql);
        await run(`alter table ${table} enable trigger user`);
      };
    },
    idsApart: true,
    async expectEvents(span) {
      const db = kyselyOf(url);
      await db
        .transaction()
        .execute((within) => providePartitions(within, span));
      await db.destroy();
    },
    async bytes() {
      const [row] = await rows<{ bytes: string }>(
        "select pg_database_size(current_database()) as bytes",
      );
      return Number(row?.bytes);
    },
    async close() {
      await run("vacuum analyze");
      await run("checkpoint");
      await client.end();
    },
  };
}

/** As the collector asks, and with as much time as it takes. */
export function kyselyOf(url: string): Kysely<Schema> {
  const pool = new pg.Pool({ ...patientSessionAt(url), max: 1 });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
