import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * A browser's id is chance: in an index of all of them each event would write a page somewhere else, more of them the larger
 * it grows. By the day first, writes stay together. On PostgreSQL every month has an index of its own already.
 */
const onSqlite = [
  `drop index if exists events_by_visitor`,
  `create index if not exists events_by_day_and_visitor on events (site_id, received_at / 86400000, visitor)
    where visitor is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return;
  for (const statement of onSqlite) await sql.raw(statement).execute(db);
}
