import type { EnishiEvent } from "../protocol/events.ts";

/** Ten leave each event 6 KB of the collector's 64 KiB. */
const maxBatch = 10;
/** A page may leave after this long: by then the event is on the device. */
const patienceMs = 3_000;

/**
 * Gathers the calls of one task into one request. The answer of `add` settles
 * when the event was sent, or has waited as long as a page should.
 */
export function createQueue(
  send: (events: EnishiEvent[]) => Promise<void>,
): (event: EnishiEvent) => Promise<void> {
  const waiting: [EnishiEvent, () => void][] = [];

  async function flush(): Promise<void> {
    const batch = waiting.splice(0, maxBatch);
    if (!batch[0]) return;
    await send(batch.map(([event]) => event));
    for (const [, settle] of batch) settle();
    flush();
  }

  return (event) =>
    new Promise((settle) => {
      waiting.push([event, settle]);
      setTimeout(settle, patienceMs);
      Promise.resolve().then(flush);
    });
}
