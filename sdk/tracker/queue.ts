import type { EnishiEvent } from "../protocol/events.ts";

/**
 * Gathers the events of one task into one request. The answer of `add` settles
 * when nothing more can be done now.
 */
export function createQueue(
  send: (events: EnishiEvent[]) => Promise<unknown>,
): (event: EnishiEvent) => Promise<unknown> {
  const waiting: EnishiEvent[] = [];
  let gathering: Promise<unknown>;

  async function flush(): Promise<unknown> {
    await null;
    return send(waiting.splice(0));
  }

  return (event) => {
    // The first one since the last flush.
    if (waiting.push(event) < 2) gathering = flush();
    return gathering;
  };
}
