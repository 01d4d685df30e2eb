import type { EnishiEvent } from "../protocol/events.ts";

/**
 * Gathers the events of one task, once the page may be seen, into one request.
 * The answer of `add` settles when nothing more can be done now.
 */
export function createQueue(
  activated: Promise<unknown>,
  send: (events: EnishiEvent[]) => Promise<unknown>,
): (event: EnishiEvent) => Promise<unknown> {
  const waiting: EnishiEvent[] = [];
  let gathering: Promise<unknown>;

  return (event) => {
    // The first one since the last flush.
    if (waiting.push(event) < 2)
      gathering = activated.then(() => send(waiting.splice(0)));
    return gathering;
  };
}
