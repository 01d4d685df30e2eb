import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * Which events a browser told, found without an index of all events by visitor: a browser's id is chance, so in such an
 * index each event writes a page of its own. New ones wait in the order in which they came and are sorted many at a time,
 * so that all writes go to the end of a table. On PostgreSQL every month keeps its index.
 */
const onSqlite = [
  `create table fresh_event_visitors (
    site_id text not null, visitor text not null, id text not null, received_at bigint not null)`,
  `create table event_visitors (
    batch bigint not null, site_id text not null, visitor text not null, id text not null,
    primary key (batch, site_id, visitor, id)) without rowid`,
  `insert into event_visitors (batch, site_id, visitor, id)
    select received_at - received_at % 3600000 + 3599999, site_id, visitor, id
    from events where visitor is not null order by 1, 2, 3, 4`,
  `drop index events_by_day_and_visitor`,
  `create trigger events_visitor after insert on events when new.visitor is not null begin
    insert into fresh_event_visitors (site_id, visitor, id, received_at)
    values (new.site_id, new.visitor, new.id, new.received_at);
  end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return;
  for (const statement of onSqlite) await sql.raw(statement).execute(db);
}
