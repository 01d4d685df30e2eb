export interface TurnLimits {
  turnMs: number;
  /** So many callers are taken all the same: a turn that is long for another reason is no crowd. */
  callers: number;
  /** So many requests of one caller, who sends one behind the other without waiting for answers. */
  each: number;
}

/**
 * How long a turn of the event loop has gone on taking requests. Callers wait in their sockets until a turn comes to them,
 * where nobody counts them; so what a turn cannot take in time is refused in that turn, and nobody waits for the next.
 * A caller is a connection, and none is a crowd by itself.
 *
 * @returns whether one more request of a caller is too much for this turn
 */
export function turnBudget(
  { turnMs, callers, each }: TurnLimits,
  now = () => performance.now(),
): (caller: object) => boolean {
  const taken = new Map<object, number>();
  let since = 0;
  return (caller) => {
    if (taken.size === 0) {
      since = now();
      // Comes when all that is readable was read.
      setImmediate(() => taken.clear());
    }
    const ofCaller = taken.get(caller) ?? 0;
    if (ofCaller >= each) return true;
    if (taken.size >= callers && now() - since > turnMs) return true;
    taken.set(caller, ofCaller + 1);
    return false;
  };
}
