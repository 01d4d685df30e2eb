import type { EnishiEvent } from "../protocol/events.ts";
import { attempt } from "./attempt.ts";
import { deviceKeys } from "./device-storage.ts";

// One key an event: tabs add and remove without reading and rewriting each other's.
const prefix = "_enishi_queue:";
// A blocked collector must never fill the storage that belongs to the shop: 16,000 characters in all.
const maxEvents = 10;
const maxLength = 1_600;
const maxAgeMs = 24 * 60 * 60 * 1000;

/** Keeps an unsent event on the device; the oldest make room. */
export function keepEvent(event: EnishiEvent): void {
  const text = JSON.stringify(event);
  if (text.length > maxLength) return;
  attempt(() => {
    // Ids start with a time, so that keys sort by age.
    deviceKeys(prefix)
      .slice(0, 1 - maxEvents)
      .forEach(dropKey);
    localStorage[prefix + event.id] = text;
  });
}

export function dropEvent({ id }: EnishiEvent): void {
  attempt(() => dropKey(prefix + id));
}

/** The unsent events of all tabs and earlier pages, oldest first. */
export function keptEvents(now: number): EnishiEvent[] {
  const events: EnishiEvent[] = [];
  attempt(() => {
    for (const key of deviceKeys(prefix)) {
      const event: EnishiEvent = JSON.parse(localStorage[key]);
      if (event.at > now - maxAgeMs) events.push(event);
      else dropKey(key);
    }
  });
  return events;
}

function dropKey(key: string): void {
  localStorage.removeItem(key);
}
