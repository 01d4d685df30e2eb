export interface TurnLimits {
  /** Of a crowd's first two turns. */
  turnMs: number;
  /** So many callers are taken all the same: a turn that is long for another reason is no crowd. */
  callers: number;
  /** So many requests of one caller, who sends one behind the other without waiting for answers. */
  each: number;
}

/**
 * How long a turn of the event loop has gone on taking requests. Callers wait in their sockets until a turn comes to them,
 * where nobody counts them; so what a turn cannot take in time is refused in that turn, and nobody waits for the next.
 * A caller is a connection, and none is a crowd by itself. While a crowd goes on, each turn takes for a shorter time, down to
 * a quarter: more come than can be taken anyhow, and so the others hear of it sooner.
 *
 * @returns whether one more request of a caller is too much for this turn
 */
export function turnBudget(
  { turnMs, callers, each }: TurnLimits,
  now = () => performance.now(),
): (caller: object) => boolean {
  const taken = new Map<object, number>();
  let since = 0;
  /** Turns in a row in which somebody was too much, before this one. */
  let crowds = 0;
  let isCrowd = false;
  const newTurn = () => {
    taken.clear();
    crowds = isCrowd ? crowds + 1 : 0;
    isCrowd = false;
  };
  return (caller) => {
    if (taken.size === 0) {
      since = now();
      // Comes when all that is readable was read.
      setImmediate(newTurn);
    }
    const ofCaller = taken.get(caller) ?? 0;
    if (ofCaller >= each) return true;
    const shareMs = turnMs / Math.min(Math.max(crowds, 1), 4);
    if (taken.size >= callers && now() - since > shareMs) {
      isCrowd = true;
      return true;
    }
    taken.set(caller, ofCaller + 1);
    return false;
  };
}
