/**
 * How long a turn of the event loop has gone on taking requests. Callers wait in their sockets until a turn comes to them,
 * where nobody counts them; so what a turn cannot take in time is refused in that turn, and nobody waits for the next.
 *
 * @returns whether one more request is too much for this turn
 */
export function turnBudget({
  turnMs,
  atLeast,
  now = () => performance.now(),
}: {
  turnMs: number;
  /** So many are taken all the same: a turn that is long for another reason is no crowd. */
  atLeast: number;
  now?(): number;
}): () => boolean {
  let taken = 0;
  let since = 0;
  return () => {
    if (taken === 0) {
      since = now();
      // Comes when all that is readable was read.
      setImmediate(() => {
        taken = 0;
      });
    }
    if (taken >= atLeast && now() - since > turnMs) return true;
    taken += 1;
    return false;
  };
}
