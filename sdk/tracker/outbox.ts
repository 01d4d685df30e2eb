import type { EnishiEvent } from "../protocol/events.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { deviceKeys } from "./device-storage.ts";

// One key an event: tabs add and remove without reading and rewriting each other's.
const prefix = `${cookieName}_queue:`;
// A blocked collector must never fill the storage that belongs to the shop: 16,000 characters in all.
const maxEvents = 10;
const maxLength = 1_600;

/** Keeps an unsent event on the device; the oldest make room. */
export function keepEvent(event: EnishiEvent): void {
  const text = JSON.stringify(event);
  if (text.length > maxLength) return;
  attempt(() => {
    // Ids start with a time, so that keys sort by age.
    for (const key of keptKeys().slice(0, 1 - maxEvents)) {
      localStorage.removeItem(key);
    }
    localStorage[prefix + event.id] = text;
  });
}

export function dropEvent({ id }: EnishiEvent): void {
  attempt(() => localStorage.removeItem(prefix + id));
}

/** Where unsent events of all tabs and earlier pages are, oldest first. */
export function keptKeys(): string[] {
  return attempt(() => deviceKeys(prefix)) ?? [];
}
