import type { Selectable } from "kysely";
import { isOnServer } from "../is-on-server.ts";
import type { Database } from "../storage.ts";
import type { EventsTable } from "../tables/events.ts";
import { batchesOfVisitors, isOfVisitors } from "./event-visitors.ts";

type Row = Selectable<EventsTable>;

/** So many at a time, that others are answered in between. */
const pageSize = 500;

/**
 * What some browsers told, in pages and in no order; some are empty. Between two of them the caller may let others take
 * their turn: SQLite answers in the thread that asks.
 */
export async function* eventsOfVisitors(
  db: Database,
  siteId: string,
  visitors: string[],
): AsyncGenerator<Row[]> {
  if (isOnServer(db)) {
    const all = await db
      .selectFrom("events")
      .selectAll()
      .where(isOfVisitors(db, siteId, visitors))
      .execute();
    yield* pagesOf(all);
    return;
  }
  /** What is sorted meanwhile is found in a batch as well. */
  const seen = new Set<string>();
  for await (const ids of batchesOfVisitors(db, siteId, visitors)) {
    const isFirst = seen.size === 0;
    for (const page of pagesOf(isFirst ? ids : ids.filter(isNews)))
      yield await db
        .selectFrom("events")
        .selectAll()
        .where("site_id", "=", siteId)
        .where("id", "in", page)
        .execute();
    if (isFirst) for (const id of ids) seen.add(id);
    if (!ids.length) yield [];
  }

  function isNews(id: string): boolean {
    return !seen.has(id);
  }
}

function* pagesOf<One>(all: One[]): Generator<One[]> {
  for (let from = 0; from < all.length; from += pageSize)
    yield all.slice(from, from + pageSize);
}
