import type { EnishiEvent } from "../protocol/events.ts";
import { cookieName } from "../protocol/referral-cookie.ts";
import { attempt } from "./attempt.ts";
import { dropKey, keysOf } from "./device.ts";
import { toJson } from "./to-json.ts";
import type { Undecided } from "./undecided.ts";

// One key an event: tabs add and remove without reading and rewriting each other's.
export const outboxPrefix = `${cookieName}_queue:`;
// A blocked collector must never fill the storage that belongs to the shop, which has 5,000,000 characters: 3 % at worst.
const maxEvents = 30;
const maxLength = 5_000;

/** Keeps an unsent event on the device; the least and oldest make room. */
export function keepEvent(event: EnishiEvent | Undecided): void {
  const text = toJson(event);
  if (text.length > maxLength) return;
  attempt(() => {
    localStorage[keyOf(event)] = text;
    // An event has one rank, and its id starts with a time: keys sort by both.
    keysOf(outboxPrefix).slice(0, -maxEvents).map(dropKey);
  });
}

export function dropEvent(event: EnishiEvent | Undecided): void {
  attempt(() => dropKey(keyOf(event)));
}

export function isKept(event: EnishiEvent): boolean {
  return !!attempt(() => localStorage[keyOf(event)]);
}

/** Money goes last, and after it only what a person has asked for. */
export function keyOf({ id, type }: EnishiEvent | Undecided): string {
  // Where it matches: click 0, lead 1, sale 2, forget 4; -1 for all others, whose minus sorts before any digit.
  return outboxPrefix + type.search(/cl|ea|le$|et/) + id;
}

/** Whether other tabs or earlier pages have left anything unsent. */
export function hasEvents(): unknown {
  return attempt(() => keysOf(outboxPrefix)[0]);
}
