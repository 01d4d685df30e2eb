import type { EventsTable } from "../storage/tables/events.ts";
import type {
  IncomingEvents,
  IncomingSignal,
  StoredEvent,
} from "./incoming-events.ts";

/** An event as it is stored. */
export function eventRow(
  { siteId, receivedAt, visitor }: IncomingEvents,
  event: StoredEvent,
): EventsTable {
  return {
    site_id: siteId,
    id: event.id,
    type:
      event.kind === "conversion"
        ? event.word.type
        : event.kind === "click"
          ? "click"
          : signalType(event),
    at: event.at,
    received_at: receivedAt,
    visitor,
    code: event.kind === "conversion" ? event.word.code : event.code,
    channel: event.kind === "conversion" ? null : event.channel,
    surface: event.kind === "signal" ? event.surface : null,
    name: event.kind === "signal" ? event.name : null,
    url: event.kind === "click" ? event.url : null,
    props: propsOf(event),
  };
}

/** What a robot did has a type of its own, which no report counts: nobody has seen anything. */
function signalType({ type, bot }: IncomingSignal): string {
  return bot ? `bot_${type}` : type;
}

function propsOf(event: StoredEvent): string | null {
  if (event.kind === "signal") return event.props;
  if (event.kind !== "click" || !event.referrer) return null;
  return JSON.stringify({ referrer: event.referrer });
}
