import type { EnishiEvent } from "../protocol/events.ts";
import { dropEvent, keepEvent, keptEvents } from "./outbox.ts";
import type { Delivery } from "./transport.ts";

const maxWaiting = 50;
/** Ten leave each event 6 KB of the collector's 64 KiB. */
const maxBatch = 10;
/** A page may leave after this long: by then the event is on the device. */
const patienceMs = 3_000;
const longestPauseMs = 300_000;

export interface Queue {
  /** Settles when the collector has the event, or when it is queued for later. */
  add(event: EnishiEvent): Promise<void>;
  /** Sends what other tabs and earlier pages left on the device. */
  resume(): void;
}

export function createQueue({
  send,
  mayStore,
  now,
  onDone,
}: {
  send(events: EnishiEvent[]): Promise<Delivery>;
  mayStore(): boolean;
  now(): number;
  onDone(events: EnishiEvent[], delivery: Delivery): void;
}): Queue {
  let waiting: EnishiEvent[] = [];
  const settle = new WeakMap<EnishiEvent, () => void>();
  let failures = 0;
  let resumeAt = 0;

  async function flush(): Promise<void> {
    const batch = now() < resumeAt ? [] : waiting.splice(0, maxBatch);
    if (!batch[0]) return;
    // Where even the rarer ways to send are blocked, it failed like the rest.
    const delivery = await send(batch).catch(
      () => ({ done: false }) as Delivery,
    );
    if (delivery.done) {
      failures = 0;
      batch.forEach(dropEvent);
      onDone(batch, delivery);
      flush();
    } else {
      waiting = [...batch, ...waiting].slice(-maxWaiting);
      const pauseMs = Math.min(
        // Jitter, so that a collector that comes back is not met by everybody at once.
        (delivery.retryAfter || 2 ** failures++ * (1 + Math.random())) * 1000,
        longestPauseMs,
      );
      resumeAt = now() + pauseMs;
      setTimeout(flush, pauseMs);
    }
    for (const event of batch) settle.get(event)?.();
  }

  return {
    add(event) {
      waiting.push(event);
      if (mayStore()) keepEvent(event);
      return new Promise((resolve) => {
        settle.set(event, resolve);
        // While the collector is given a pause, the page need not wait with us.
        setTimeout(resolve, now() < resumeAt ? 0 : patienceMs);
        // Calls of one task leave in one request.
        Promise.resolve().then(flush);
      });
    },
    resume() {
      if (mayStore()) waiting.push(...keptEvents(now()));
      flush();
    },
  };
}
