import { sql } from "kysely";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import { dropPartitions } from "./event-partitions.ts";
import { oldEventPlaces } from "./old-event-places.ts";

/** The longest window of all programmes' versions, former ones included: for so many days a touch may be credited. */
export async function longestWindowDays(db: Database): Promise<number> {
  const days = isOnServer(db)
    ? sql`(rules::json -> 'attribution' ->> 'windowDays')::integer`
    : sql`json_extract(rules, '$.attribution.windowDays')`;
  const { rows } = await sql<{ days: number | null }>`
    select max(${days}) as days from program_versions`.execute(db);
  return Number(rows[0]?.days ?? 0);
}

/**
 * Deletes events that came before an instant. Their ids stay known, and their hours counted. On a server only whole
 * months go. Answers whether there is more to delete.
 *
 * @param sweep.now no later than it is: what came after that came while the clock was ahead
 */
export async function deleteEvents(
  db: Database,
  sweep: { before: number; now: number; limit: number },
): Promise<boolean> {
  const { before, limit } = sweep;
  if (isOnServer(db)) {
    const gone = await dropPartitions(db, before);
    if (gone) await noteGone(db, "events", gone);
    return false;
  }
  const places = await oldEventPlaces(db, sweep);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return false;
  const old = sql`rowid between ${first} and ${last} and received_at < ${before}`;
  await sql`insert into event_ids (site_id, id, received_at)
    select site_id, id, received_at from events where ${old} on conflict do nothing`.execute(
    db,
  );
  await sql`delete from events where ${old}`.execute(db);
  await noteGone(db, "events", before);
  return places.length === limit;
}

/** Deletes clicks from before an instant. Answers whether there is more to delete. */
export async function deleteClicks(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<boolean> {
  const deleted = await sql`delete from clicks where (site_id, id) in (
    select site_id, id from clicks where at < ${before} order by at limit ${limit})`.execute(
    db,
  );
  const count = Number(deleted.numAffectedRows ?? 0n);
  if (count) await noteGone(db, "clicks", before);
  return count === limit;
}

/** Forgets ids of events that came before an instant. Answers whether there is more to forget. */
export async function deleteEventIds(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<boolean> {
  const deleted = await sql`delete from event_ids where (site_id, id) in (
    select site_id, id from event_ids where received_at < ${before} limit ${limit})`.execute(
    db,
  );
  return Number(deleted.numAffectedRows ?? 0n) === limit;
}

async function noteGone(
  db: Database,
  what: "events" | "clicks",
  before: number,
): Promise<void> {
  await db
    .insertInto("retention")
    .values({ what, gone_before: before })
    .onConflict((conflict) =>
      conflict
        .column("what")
        .doUpdateSet({ gone_before: before })
        .where("retention.gone_before", "<", before),
    )
    .execute();
}
