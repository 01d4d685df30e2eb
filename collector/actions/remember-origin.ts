import { touchOrigin } from "../storage/queries/site-origins.ts";
import { eventRow } from "./event-row.ts";
import type { IncomingEvents, StoredEvent } from "./incoming-events.ts";
import type { Work } from "./work.ts";

/** When each origin was last written down, by this process: the page that shows it needs no more than seconds. */
const remembered = new Map<string, number>();
const rememberEveryMs = 2_000;

/** Notes that an origin still sends, and what. */
export async function rememberOrigin(
  work: Work,
  { siteId, origin, receivedAt, events }: IncomingEvents,
): Promise<void> {
  const last = events.findLast(
    (event): event is StoredEvent =>
      event.kind !== "withdrawal" && !(event.kind === "signal" && event.bot),
  );
  if (origin === null || !last) return;
  const key = `${siteId} ${origin}`;
  if (receivedAt - (remembered.get(key) ?? 0) < rememberEveryMs) return;
  if (remembered.size > 1_000) remembered.clear();
  remembered.set(key, receivedAt);
  await touchOrigin(work.db, {
    site_id: siteId,
    origin,
    type: eventRow({ siteId, origin, receivedAt, visitor: null, events }, last)
      .type,
    at: receivedAt,
  });
}
