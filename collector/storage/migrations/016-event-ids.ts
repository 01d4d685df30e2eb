import { type Kysely, PostgresAdapter, sql } from "kysely";
import { partitionEvents } from "./016-event-partitions.ts";

/** Ids of events that must not count again when they are sent again. Here: of those whose rows are gone. */
const onSqlite = [
  `create table if not exists event_ids (
    site_id text not null, id text not null, received_at bigint not null,
    primary key (site_id, id)) without rowid`,
  `create index if not exists event_ids_by_age on event_ids (received_at)`,
];

/** What is old is found by its age. */
const indexes = [`create index if not exists clicks_by_age on clicks (at)`];

export async function up(db: Kysely<unknown>): Promise<void> {
  const isOnServer = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const statement of isOnServer ? indexes : [...onSqlite, ...indexes])
    await sql.raw(statement).execute(db);
  if (isOnServer) await partitionEvents(db);
}
