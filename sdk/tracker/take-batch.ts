import type { EnishiEvent } from "../protocol/events.ts";
import { toJson } from "./to-json.ts";

/** All keepalive requests of a page, and one body at the collector, may have 64 KiB; three bytes a character at worst. */
const maxLength = 20_000;
/** Reckoned to each event: so few enough fit, and all that is around them. */
const extraLength = 200;

/** Takes away what goes into one request, from the front; at least one. */
export function takeBatch(events: EnishiEvent[]): EnishiEvent[] {
  let length = 0;
  const fitting = events.filter((event) => {
    length += toJson(event).length + extraLength;
    return length < maxLength;
  });
  return events.splice(0, fitting.length || 1);
}
