import type { EnishiEvent } from "../protocol/events.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { keysOf } from "./device.ts";

// One key an event: tabs add and remove without reading and rewriting each other's.
const prefix = `${cookieName}_queue:`;
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
    for (const key of keysOf(prefix).slice(0, 1 - maxEvents)) {
      localStorage.removeItem(key);
    }
    localStorage[prefix + event.id] = text;
  });
}

export function dropEvent({ id }: { id: string }): void {
  attempt(() => localStorage.removeItem(prefix + id));
}

/**
 * Hands over every unsent event of other tabs and earlier pages, oldest first,
 * to be kept again; what is a day old is given up.
 */
export function takeEvents(
  now: number,
  take: (event: EnishiEvent) => unknown,
): void {
  attempt(() => {
    for (const key of keysOf(prefix)) {
      const text = localStorage[key];
      localStorage.removeItem(key);
      const event = JSON.parse(text) as EnishiEvent;
      if (event.at > now - maxAgeMs) take(event);
    }
  });
}
