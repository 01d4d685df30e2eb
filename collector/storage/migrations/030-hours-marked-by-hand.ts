import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Who adds an order or a reward marks its hour: see `markOrderHour`. On PostgreSQL triggers go on doing it. */
const onSqlite = [
  `drop trigger if exists conversions_insert_marks_hour`,
  `drop trigger if exists rewards_insert_marks_hour`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return;
  for (const statement of onSqlite) await sql.raw(statement).execute(db);
}
