import type { EnishiEvent } from "../protocol/events.ts";

/** Ten leave each event 6 KB of the collector's 64 KiB. */
const maxBatch = 10;

/**
 * Gathers the events of one task into one request. The answer of `add` settles
 * when nothing more can be done now.
 */
export function createQueue(
  send: (events: EnishiEvent[]) => Promise<unknown>,
): (event: EnishiEvent) => Promise<void> {
  const waiting: EnishiEvent[] = [];
  let gathering: Promise<void> | undefined;

  async function flush(): Promise<void> {
    await null;
    gathering = undefined;
    while (waiting[0]) await send(waiting.splice(0, maxBatch));
  }

  return (event) => {
    waiting.push(event);
    gathering ??= flush();
    return gathering;
  };
}
