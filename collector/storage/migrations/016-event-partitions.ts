import { type Kysely, sql } from "kysely";

const text = `text collate "C"`;

const columns = ["site_id", "id", "type", "visitor", "code", "channel"].concat([
  "surface",
  "name",
  "url",
  "props",
]);

/** An id is unique over all partitions, and stays known when a partition is gone: so it has a table of its own. */
const ids = [
  `create table event_ids (
    site_id ${text} not null, id ${text} not null, received_at bigint not null, primary key (site_id, id))`,
  `insert into event_ids (site_id, id, received_at) select site_id, id, received_at from events`,
  `create index event_ids_by_age on event_ids using brin (received_at)`,
];

const partitioned = [
  `create table events (
    site_id ${text} not null, id ${text} not null, type ${text} not null, at bigint not null,
    received_at bigint not null, visitor ${text}, code ${text}, channel ${text}, surface ${text}, name ${text},
    url ${text}, props ${text}) partition by range (received_at)`,
  // For instants that nobody has foreseen; what falls in here is told of, and moved.
  `create table events_unforeseen partition of events default`,
  `create index events_by_id on events (site_id, id)`,
  `create index events_by_time on events (site_id, type, at)`,
  `create index events_by_visitor on events (site_id, visitor) where visitor is not null`,
];

/**
 * Collectors of an earlier version add events without telling their ids first: for them a trigger does it. Later ones say
 * that they have done so themselves, as a row at a time costs more.
 */
const triggers = [
  `create function event_once() returns trigger language plpgsql as $$ begin
    insert into event_ids (site_id, id, received_at) values (new.site_id, new.id, new.received_at)
      on conflict do nothing;
    if found then return new; end if;
    return null;
  end $$`,
  `create trigger events_once before insert on events for each row
    when (current_setting('enishi.ids', true) is distinct from 'told') execute function event_once()`,
  `create trigger events_are_counted after insert on events referencing new table as added
    for each statement execute function count_added_events()`,
];

/** What there is becomes the first partition, as it is: up to the month after its last event. */
export async function partitionEvents(db: Kysely<unknown>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run("lock table events in access exclusive mode");
  for (const statement of ids) await run(statement);
  await run("drop trigger events_are_counted on events");
  await run("drop index events_by_id");
  await run("alter index events_by_time rename to events_before_by_time");
  await run("alter index events_by_visitor rename to events_before_by_visitor");
  await run("alter table events rename to events_before");
  for (const statement of [...partitioned, ...triggers]) await run(statement);
  const { rows } = await sql<{ before: number | null }>`
    select (extract(epoch from date_trunc('month', to_timestamp(max(received_at) / 1000.0) at time zone 'UTC')
      + interval '1 month') * 1000)::bigint as before from events_before`.execute(
    db,
  );
  const before = rows[0]?.before ?? null;
  if (before === null) {
    await run("drop table events_before");
    return;
  }
  const collate = columns.map(
    (column) => `alter column ${column} type ${text}`,
  );
  await run(`alter table events_before ${collate.join(", ")}`);
  await run(
    `alter table events attach partition events_before for values from (minvalue) to (${Number(before)})`,
  );
}
