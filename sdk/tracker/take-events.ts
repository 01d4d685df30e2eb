import type { EnishiEvent, EventBatch } from "../protocol/events.ts";
import { attempt } from "./attempt.ts";
import { keysOf } from "./device.ts";
import { outboxPrefix } from "./outbox.ts";

const maxAgeMs = 24 * 60 * 60 * 1000;

/**
 * Hands over every unsent event of other tabs and earlier pages, oldest first,
 * to be kept again. What is a day old is given up, but no withdrawal and no order
 * is: a clock that was put right makes any event look old. Where no visitor may
 * be named, nothing but withdrawals is touched.
 */
export function takeEvents(
  { visitor, sentAt }: EventBatch,
  take: (event: EnishiEvent) => unknown,
): void {
  for (const key of attempt(() => keysOf(outboxPrefix)) ?? []) {
    attempt(() => {
      const text = localStorage[key];
      const event = JSON.parse(text) as EnishiEvent;
      const isWithdrawal = event.type === "forget";
      if (!visitor && !isWithdrawal) return;
      localStorage.removeItem(key);
      if (isWithdrawal) take({ ...event, at: sentAt });
      else if ("orderId" in event || event.at > sentAt - maxAgeMs) take(event);
    });
  }
}
