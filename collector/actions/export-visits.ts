import { setImmediate as oneTurn } from "node:timers/promises";
import type { Selectable } from "kysely";
import { eventsOfVisitors } from "../storage/queries/events-of-visitors.ts";
import * as stored from "../storage/queries/person-data.ts";
import type { EventsTable } from "../storage/tables/events.ts";
import type { Reading } from "./work.ts";

/** What some browsers told, and the links that they followed. */
export async function exportVisits(
  { db }: Reading,
  siteId: string,
  visitors: string[],
) {
  if (!visitors.length) return { events: [], clicks: [] };
  const clicks = await stored.selectClicksOf(db, siteId, visitors);
  return {
    events: await told(db, siteId, visitors),
    clicks: clicks.map(({ site_id: _, bot, ...click }) => ({
      ...click,
      bot: bot === 1,
    })),
  };
}

/** In the order in which it was told. There may be a hundred thousand, and others are answered in between. */
async function told(db: Reading["db"], siteId: string, visitors: string[]) {
  const events: ReturnType<typeof shownEvent>[] = [];
  for await (const page of eventsOfVisitors(db, siteId, visitors)) {
    for (const row of page) events.push(shownEvent(row));
    await oneTurn();
  }
  return events.sort((one, other) => one.at - other.at);
}

function shownEvent({
  site_id: _,
  received_at,
  props,
  ...event
}: Selectable<EventsTable>) {
  return {
    ...event,
    receivedAt: received_at,
    props: props === null ? null : (JSON.parse(props) as unknown),
  };
}
