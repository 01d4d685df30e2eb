import type { EnishiEvent, EventBatch } from "../protocol/events.ts";
import { attempt } from "./attempt.ts";
import { dropKey, keysOf } from "./device.ts";
import { outboxPrefix } from "./outbox.ts";
import type { Undecided } from "./undecided.ts";

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
  decide: (undecided: Undecided) => Promise<unknown>,
): void {
  for (const key of attempt(() => keysOf(outboxPrefix)) ?? []) {
    attempt(() => {
      const text = localStorage[key];
      const event = JSON.parse(text) as EnishiEvent | Undecided;
      const isArrival = event.type === "arrival";
      const isOld = (isArrival ? event.id : event.at) <= sentAt - maxAgeMs;
      if (isArrival) {
        if (isOld) dropKey(key);
        // It goes once it is decided: this page may be left before, too.
        else decide(event).catch(() => {});
        return;
      }
      const isWithdrawal = event.type === "forget";
      if (!visitor && !isWithdrawal) return;
      dropKey(key);
      if (isWithdrawal) take({ ...event, at: sentAt });
      else if ("orderId" in event || !isOld) take(event);
    });
  }
}
