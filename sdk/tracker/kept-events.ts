import type { EnishiEvent } from "../protocol/events.ts";
import { attempt } from "./attempt.ts";
import { keptKeys } from "./outbox.ts";

const maxAgeMs = 24 * 60 * 60 * 1000;

/** The unsent events of earlier pages and other tabs, oldest first; what is a day old is given up. */
export function keptEvents(pageStartedAt: number): EnishiEvent[] {
  return keptKeys().flatMap((key) => {
    const event = attempt<EnishiEvent>(() => JSON.parse(localStorage[key]));
    if (event && event.at > pageStartedAt - maxAgeMs) {
      // This page's own are on their way.
      return event.at < pageStartedAt ? [event] : [];
    }
    attempt(() => localStorage.removeItem(key));
    return [];
  });
}
