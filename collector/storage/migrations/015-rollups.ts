import { type Kysely, PostgresAdapter, sql } from "kysely";
import { postgresTriggers, sqliteTriggers } from "./015-rollups-triggers.ts";

/** Sums by the hour, so that no report has to read what they were made of. */
const tables = [
  `create table if not exists event_rollups (
    site_id text not null, hour bigint not null, kind text not null, program_id text not null,
    slot integer not null, n bigint not null,
    primary key (site_id, hour, kind, program_id, slot))`,
  `create table if not exists order_rollups (
    site_id text not null, hour bigint not null, kind text not null, type text not null,
    program_id text not null, currency text not null, n bigint not null,
    amount_minor bigint not null, gross_minor bigint not null,
    primary key (site_id, hour, kind, type, program_id, currency))`,
  `create table if not exists stale_order_hours (
    site_id text not null, hour bigint not null, primary key (site_id, hour))`,
  `create table if not exists retention (what text primary key, gone_before bigint not null)`,
];

/** Emptied first: on SQLite a migration that was interrupted begins anew. */
const fill = [
  `delete from event_rollups`,
  `insert into event_rollups (site_id, hour, kind, program_id, slot, n)
    select events.site_id, events.at - events.at % 3600000, events.type, coalesce(members.program_id, ''), 0, count(*)
    from events left join codes on codes.code = events.code left join members on members.id = codes.member_id
    where events.type in ('view', 'share', 'copy')
    group by 1, 2, 3, 4`,
  `insert into event_rollups (site_id, hour, kind, program_id, slot, n)
    select clicks.site_id, clicks.at - clicks.at % 3600000, 'click', members.program_id, 0, count(*)
    from clicks join codes on codes.code = clicks.code join members on members.id = codes.member_id
    where clicks.bot = 0
    group by 1, 2, 3, 4`,
  `insert into stale_order_hours (site_id, hour)
    select distinct site_id, occurred_at - occurred_at % 3600000 from conversions where true
    on conflict do nothing`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const isOnServer = db.getExecutor().adapter instanceof PostgresAdapter;
  const statements = [
    ...tables,
    // Old collectors go on meanwhile: what they add is counted here or by the triggers, and not by neither.
    ...(isOnServer
      ? ["lock table events, clicks, conversions in share row exclusive mode"]
      : []),
    ...fill,
    ...(isOnServer ? postgresTriggers : sqliteTriggers),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
