import { type RawBuilder, sql } from "kysely";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";

/** Which of `events` some browsers told: on SQLite looked for batch by batch, as they were sorted. */
export function isOfVisitors(
  db: Database,
  siteId: string,
  visitors: string[],
): RawBuilder<boolean> {
  const isTheirs = isToldBy(siteId, visitors);
  if (isOnServer(db)) return isTheirs;
  return sql<boolean>`${isTheirs} and id in (
    select id from fresh_event_visitors where ${isTheirs}
    union all
    select id from event_visitors where batch in (${batches}) and ${isTheirs})`;
}

/** Ids of what some browsers told, on SQLite: first of what came just now, then batch by batch. */
export async function* batchesOfVisitors(
  db: Database,
  siteId: string,
  visitors: string[],
): AsyncGenerator<string[]> {
  const isTheirs = isToldBy(siteId, visitors);
  const { rows } = await sql<{ id: string }>`
    select id from fresh_event_visitors where ${isTheirs}`.execute(db);
  yield rows.map(({ id }) => id);
  const known = await sql<{ batch: number }>`${batches}`.execute(db);
  for (const { batch } of known.rows) {
    const { rows } = await sql<{ id: string }>`
      select id from event_visitors where batch = ${batch} and ${isTheirs}`.execute(
      db,
    );
    yield rows.map(({ id }) => id);
  }
}

/** Takes it that some browsers told anything. */
export async function forgetVisitors(
  db: Database,
  siteId: string,
  visitors: string[],
): Promise<void> {
  if (isOnServer(db)) return;
  const isTheirs = isToldBy(siteId, visitors);
  await sql`delete from fresh_event_visitors where ${isTheirs}`.execute(db);
  await sql`delete from event_visitors where batch in (${batches}) and ${isTheirs}`.execute(
    db,
  );
}

/** Takes who told a site's events. */
export async function forgetVisitorsOfSite(
  db: Database,
  siteId: string,
): Promise<void> {
  if (isOnServer(db)) return;
  await sql`delete from fresh_event_visitors where site_id = ${siteId}`.execute(
    db,
  );
  await sql`delete from event_visitors where batch in (${batches}) and site_id = ${siteId}`.execute(
    db,
  );
}

/** Takes who told the events that came before an instant, at most so many at a time. Answers whether there are more. */
export async function forgetVisitorsBefore(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<boolean> {
  if (isOnServer(db)) return false;
  await sql`delete from fresh_event_visitors where received_at < ${before}`.execute(
    db,
  );
  const key = sql`batch, site_id, visitor, id`;
  const { numAffectedRows = 0n } =
    await sql`delete from event_visitors where (${key}) in (
      select ${key} from event_visitors where batch < ${before} order by ${key} limit ${limit})`.execute(
      db,
    );
  return Number(numAffectedRows) === limit;
}

function isToldBy(siteId: string, visitors: string[]): RawBuilder<boolean> {
  return sql<boolean>`site_id = ${siteId} and visitor in (${sql.join(visitors)})`;
}

/** All batches, each found behind the one before. */
const batches = sql`
  with recursive batches (batch) as (
    select min(batch) from event_visitors
    union all
    select (select min(batch) from event_visitors where batch > batches.batch) from batches where batch is not null
  )
  select batch from batches where batch is not null`;
