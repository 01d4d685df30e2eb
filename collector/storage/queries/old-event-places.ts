import { sql } from "kysely";
import type { Database } from "../storage.ts";

interface Sweep {
  before: number;
  /** What came later than this came while the clock was ahead. */
  now: number;
  limit: number;
}

/** So many rows are looked at from a place on: some may have come while the clock was ahead, and seem too young to go. */
const lookedAt = 50_000;
/** Where all of those seem too young, one row in so many is looked at, until one is found that came in its time. */
const stride = 500;

/**
 * Where on SQLite the first events lie that came before an instant. Rows lie in the order in which they came, so that
 * no index of all events is needed to find the oldest; what came while the clock was ahead is stepped over.
 */
export async function oldEventPlaces(
  db: Database,
  sweep: Sweep,
): Promise<number[]> {
  const first = await oldFrom(db, 0, sweep);
  if (first.length) return first;
  const behind = await behindTheFuture(db, sweep.now);
  return behind === null ? [] : oldFrom(db, behind, sweep);
}

async function oldFrom(
  db: Database,
  start: number,
  { before, limit }: Sweep,
): Promise<number[]> {
  const { rows } = await sql<{ place: number }>`
    select place from (
      select rowid as place, received_at from events where rowid >= ${start} order by rowid limit ${lookedAt})
    where received_at < ${before} limit ${limit}`.execute(db);
  return rows.map(({ place }) => place);
}

/** The last place, stride by stride, of the rows at the beginning that came while the clock was ahead; `null` where not even the first did. */
async function behindTheFuture(
  db: Database,
  now: number,
): Promise<number | null> {
  const { rows } = await sql<{ place: number }>`
    with recursive steps (place, is_ahead) as (
      select rowid, received_at > ${now} from (select rowid, received_at from events order by rowid limit 1)
      union all
      select next.rowid, next.received_at > ${now} from steps join events as next
        on next.rowid = (select min(rowid) from events where rowid >= steps.place + ${stride})
      where is_ahead)
    select place from steps where is_ahead order by place desc limit 1`.execute(
    db,
  );
  return rows[0]?.place ?? null;
}
