import type { EnishiEvent } from "../protocol/events.ts";
import { attempt } from "./attempt.ts";
import { keysOf } from "./device.ts";
import { outboxPrefix } from "./outbox.ts";

const maxAgeMs = 24 * 60 * 60 * 1000;

/**
 * Hands over every unsent event of other tabs and earlier pages, oldest first,
 * to be kept again; what is a day old is given up.
 */
export function takeEvents(
  now: number,
  take: (event: EnishiEvent) => unknown,
): void {
  for (const key of attempt(() => keysOf(outboxPrefix)) ?? []) {
    attempt(() => {
      const text = localStorage[key];
      localStorage.removeItem(key);
      const event = JSON.parse(text) as EnishiEvent;
      if (event.at > now - maxAgeMs) take(event);
    });
  }
}
