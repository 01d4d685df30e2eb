import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Shares, copies and clicks by the hour and by the channel they went through; '' for those that name none. */
const table = `create table if not exists channel_rollups (
    site_id text not null, hour bigint not null, kind text not null, program_id text not null,
    channel text not null, slot integer not null, n bigint not null,
    primary key (site_id, hour, kind, program_id, channel, slot))`;

const columns = "site_id, hour, kind, program_id, channel, slot, n";

const eventsOf = (added: string) => `from ${added} as added
    left join codes on codes.code = added.code left join members on members.id = codes.member_id
    where added.type in ('share', 'copy')`;
const clicksOf = (added: string) => `from ${added} as added
    join codes on codes.code = added.code join members on members.id = codes.member_id
    where added.bot = 0`;
const facts = (kind: string, slot: string, of: string) =>
  `select added.site_id, added.at - added.at % 3600000, ${kind}, coalesce(members.program_id, ''),
      coalesce(added.channel, ''), ${slot}, count(*)
    ${of} group by 1, 2, 3, 4, 5`;

/** Emptied first: on SQLite a migration that was interrupted begins anew. */
const fill = [
  `delete from channel_rollups`,
  `insert into channel_rollups (${columns}) ${facts("added.type", "0", eventsOf("events"))}`,
  `insert into channel_rollups (${columns}) ${facts("'click'", "0", clicksOf("clicks"))}`,
  // Of what was counted and is gone since, nobody knows the channel any more.
  `insert into channel_rollups (${columns})
    select counted.site_id, counted.hour, counted.kind, counted.program_id, '', 0, counted.n - coalesce(told.n, 0)
    from (select site_id, hour, kind, program_id, sum(n) as n from event_rollups
      where kind <> 'view' group by 1, 2, 3, 4) as counted
    left join (select site_id, hour, kind, program_id, sum(n) as n from channel_rollups group by 1, 2, 3, 4) as told
      on told.site_id = counted.site_id and told.hour = counted.hour and told.kind = counted.kind
      and told.program_id = counted.program_id
    where counted.n > coalesce(told.n, 0)
    on conflict (site_id, hour, kind, program_id, channel, slot) do update set n = channel_rollups.n + excluded.n`,
];

const counter = (name: string, kind: string, of: string) =>
  `create function ${name}() returns trigger language plpgsql as $$ begin
    insert into channel_rollups (${columns}) ${facts(kind, "pg_backend_pid() % 16", of)} order by 1, 2, 3, 4, 5
      on conflict (site_id, hour, kind, program_id, channel, slot) do update set n = channel_rollups.n + excluded.n;
    return null;
  end $$`;

const triggers = [
  counter("count_event_channels", "added.type", eventsOf("added")),
  counter("count_click_channels", "'click'", clicksOf("added")),
  ...["event", "click"].map(
    (
      what,
    ) => `create trigger ${what}_channels_are_counted after insert on ${what}s referencing new table as added
    for each statement execute function count_${what}_channels()`,
  ),
  // A row that changes with every commit stays on its page.
  `alter table channel_rollups set (fillfactor = 50)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const isOnServer = db.getExecutor().adapter instanceof PostgresAdapter;
  const statements = [
    table,
    // Old collectors go on meanwhile: what they add is counted here or by the triggers, and not by neither.
    ...(isOnServer
      ? ["lock table events, clicks in share row exclusive mode"]
      : []),
    ...fill,
    ...(isOnServer ? triggers : []),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
