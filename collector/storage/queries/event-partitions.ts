import { sql } from "kysely";
import type { Database } from "../storage.ts";

/** A part of `events`: what came from `from` up to, not including, `to`. */
export interface Partition {
  name: string;
  from: number;
  to: number;
}

/** So far ahead partitions are made: a collector that is not started anew for a month still finds them. */
export const aheadMs = 62 * 86_400_000;

/** Those that there are, oldest first; the one for instants that nobody has foreseen is none of them. */
export async function partitionsOf(db: Database): Promise<Partition[]> {
  const { rows } = await sql<{ name: string; bound: string }>`
    select child.relname as name, pg_get_expr(child.relpartbound, child.oid) as bound
    from pg_inherits join pg_class as child on child.oid = inhrelid
    where inhparent = 'events'::regclass`.execute(db);
  return rows
    .flatMap(({ name, bound }) => {
      const [, from, to] =
        /^FOR VALUES FROM \((MINVALUE|'\d+')\) TO \('(\d+)'\)$/.exec(bound) ??
        [];
      if (from === undefined || to === undefined) return [];
      const start = from === "MINVALUE" ? 0 : Number(from.slice(1, -1));
      return [{ name, from: start, to: Number(to) }];
    })
    .sort((one, other) => one.from - other.from);
}

/**
 * Makes a partition for every month in a span that has none, and moves into it what had to go elsewhere. In a
 * transaction; answers how many events had to be moved. Where somebody reads for long, as a dump does, it is left to the
 * next time: all writes would wait behind it, and there is a place for the events meanwhile.
 */
export async function providePartitions(
  db: Database,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const isCovered = (known: Partition[], month: Partition) =>
    known.some((one) => one.from < month.to && one.to > month.from);
  const months = monthsIn(from, to);
  const before = await partitionsOf(db);
  if (months.every((month) => isCovered(before, month))) return 0;
  // Two collectors may come to it at once.
  await sql`select pg_advisory_xact_lock(${partitionsLock})`.execute(db);
  const known = await partitionsOf(db);
  if (await isReadForLong(db)) return 0;
  let moved = 0;
  const usual = await hurry(db);
  for (const month of months)
    if (!isCovered(known, month)) moved += await providePartition(db, month);
  await usual();
  return moved;
}

async function providePartition(
  db: Database,
  { name, from, to }: Partition,
): Promise<number> {
  const table = sql.table(name);
  await sql`create table ${table} (like events)`.execute(db);
  await sql`lock table events_unforeseen in share row exclusive mode`.execute(
    db,
  );
  const moved = await sql`
    with moved as (delete from events_unforeseen
      where received_at >= ${from} and received_at < ${to} returning *)
    insert into ${table} select * from moved`.execute(db);
  await sql`alter table events attach partition ${table}
    for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(db);
  return Number(moved.numAffectedRows ?? 0n);
}

/** Any number that nobody else locks in this database. */
const partitionsLock = 3_861_017_442;

/** Beginnings of the months in which events came for whose instant there is no partition. */
export async function unforeseenMonths(db: Database): Promise<number[]> {
  const { rows } = await sql<{ month: number }>`
    select distinct (extract(epoch from date_trunc('month', to_timestamp(received_at / 1000.0) at time zone 'UTC'))
      * 1000)::bigint as month from events_unforeseen`.execute(db);
  return rows.map(({ month }) => Number(month));
}

/**
 * Takes partitions away in which everything came before an instant; answers from when on there is anything. Where
 * somebody reads for long, as a dump does, they stay until the next time: all writes would wait behind it.
 */
export async function dropPartitions(
  db: Database,
  before: number,
): Promise<number> {
  const old = (await partitionsOf(db)).filter(({ to }) => to <= before);
  if (!old.length || (await isReadForLong(db))) return 0;
  const usual = await hurry(db);
  for (const { name } of old)
    await sql`drop table ${sql.table(name)}`.execute(db);
  await usual();
  return Math.max(0, ...old.map(({ to }) => to));
}

/** From now on waits half a second for a lock at most; answers what brings the usual time back. */
async function hurry(db: Database): Promise<() => Promise<unknown>> {
  const { rows } = await sql<{
    usual: string;
  }>`select current_setting('lock_timeout') as usual`.execute(db);
  const wait = (time = "") =>
    sql`set local lock_timeout = ${sql.lit(time)}`.execute(db);
  await wait("500ms");
  return () => wait(rows[0]?.usual);
}

/** Whether another transaction has been reading events for more than a second. Of one whose beginning this user may not see, that is assumed. */
async function isReadForLong(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks join pg_stat_activity using (pid)
    where granted and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())
      and relation in (select 'events'::regclass union all select inhrelid from pg_inherits where inhparent = 'events'::regclass)
      and coalesce(xact_start, '-infinity') < clock_timestamp() - interval '1 second'
    limit 1`.execute(db);
  return rows.length > 0;
}

function monthsIn(from: number, to: number): Partition[] {
  const months: Partition[] = [];
  const day = new Date(from);
  for (let month = day.getUTCMonth(); ; month++) {
    const start = Date.UTC(day.getUTCFullYear(), month);
    if (start >= to) return months;
    const name = `events_${new Date(start).toISOString().slice(0, 7).replace("-", "_")}`;
    months.push({
      name,
      from: start,
      to: Date.UTC(day.getUTCFullYear(), month + 1),
    });
  }
}
