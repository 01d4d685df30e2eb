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
 * Makes a partition for every month in a span that has none, and moves into it what had to go elsewhere.
 * Answers how many events had to be moved. Each month is a transaction of its own.
 */
export async function providePartitions(
  db: Database,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const known = await partitionsOf(db);
  let moved = 0;
  for (const month of monthsIn(from, to)) {
    if (known.some((one) => one.from < month.to && one.to > month.from))
      continue;
    moved += await providePartition(db, month);
  }
  return moved;
}

async function providePartition(
  db: Database,
  { name, from, to }: Partition,
): Promise<number> {
  const table = sql.table(name);
  return db.transaction().execute(async (within) => {
    // Two collectors may come to it at once.
    await sql`select pg_advisory_xact_lock(${partitionsLock})`.execute(within);
    if ((await partitionsOf(within)).some((one) => one.name === name)) return 0;
    await sql`create table ${table} (like events)`.execute(within);
    await sql`lock table events_unforeseen in share row exclusive mode`.execute(
      within,
    );
    const moved = await sql`
      with moved as (delete from events_unforeseen
        where received_at >= ${from} and received_at < ${to} returning *)
      insert into ${table} select * from moved`.execute(within);
    await sql`alter table events attach partition ${table}
      for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(within);
    return Number(moved.numAffectedRows ?? 0n);
  });
}

/** Any number that nobody else locks in this database. */
const partitionsLock = 3_861_017_442;

/** When the oldest and the newest came of the events for whose instant there is no partition. */
export async function unforeseenEvents(
  db: Database,
): Promise<{ from: number; to: number } | null> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(received_at) as first, max(received_at) as last from events_unforeseen`.execute(
    db,
  );
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null ? null : { from: first, to: last + 1 };
}

/** Takes partitions away in which everything came before an instant; answers from when on there is anything. */
export async function dropPartitions(
  db: Database,
  before: number,
): Promise<number> {
  const old = (await partitionsOf(db)).filter(({ to }) => to <= before);
  for (const { name } of old)
    await sql`drop table ${sql.table(name)}`.execute(db);
  return Math.max(0, ...old.map(({ to }) => to));
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
