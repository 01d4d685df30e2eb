import type { EnishiEvent } from "../protocol/events.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { keysOf } from "./device.ts";
import { toJson } from "./to-json.ts";

// One key an event: tabs add and remove without reading and rewriting each other's.
export const outboxPrefix = `${cookieName}_queue:`;
// A blocked collector must never fill the storage that belongs to the shop: 16,000 characters in all.
const maxEvents = 10;
const maxLength = 1_600;

/** Keeps an unsent event on the device; the oldest make room. */
export function keepEvent(event: EnishiEvent): void {
  const text = toJson(event);
  if (text.length > maxLength) return;
  attempt(() => {
    // Ids start with a time, so that keys sort by age.
    for (const key of keysOf(outboxPrefix).slice(0, 1 - maxEvents)) {
      localStorage.removeItem(key);
    }
    localStorage[outboxPrefix + event.id] = text;
  });
}

export function dropEvent({ id }: { id: string }): void {
  attempt(() => localStorage.removeItem(outboxPrefix + id));
}

/** Whether other tabs or earlier pages have left anything unsent. */
export function hasEvents(): unknown {
  return attempt(() => keysOf(outboxPrefix)[0]);
}
