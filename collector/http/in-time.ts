/** So many reads may be under way; beyond them nobody waits for one more. */
const maxUnderWay = 1_000;
/** So many answers are kept. */
const maxKept = 5_000;

interface Patience<Found> {
  /** How long is waited where an answer is kept, and where none is. */
  keptMs: number;
  elseMs: number;
  /** Whether an answer is worth keeping: those to made-up keys are not, or they would fill the memory. */
  isKept(found: Found): boolean;
  /** What to throw where nothing is known in time. */
  late(): Error;
}

/**
 * Answers in bounded time. Where a read fails, or takes too long, it is what was last found by that key; everybody who
 * asks while it is under way waits for the same one.
 */
export function inTime<Found>(
  read: (key: string) => Promise<Found>,
  { keptMs, elseMs, isKept, late }: Patience<Found>,
): (key: string) => Promise<Found> {
  const kept = new Map<string, Found>();
  const underWay = new Map<string, Promise<Found>>();

  function keep(key: string, found: Found): void {
    kept.delete(key);
    if (!isKept(found)) return;
    if (kept.size >= maxKept) kept.delete(kept.keys().next().value as string);
    kept.set(key, found);
  }

  function begin(key: string): Promise<Found> {
    const before = kept.get(key);
    const answer = new Promise<Found>((resolve, reject) => {
      const otherwise = (error: Error) =>
        before === undefined ? reject(error) : resolve(before);
      const waitMs = before === undefined ? elseMs : keptMs;
      const timer = setTimeout(() => otherwise(late()), waitMs);
      read(key)
        .then((found) => {
          keep(key, found);
          resolve(found);
        }, otherwise)
        .finally(() => {
          clearTimeout(timer);
          underWay.delete(key);
        });
    });
    underWay.set(key, answer);
    return answer;
  }

  return async (key) => {
    const begun = underWay.get(key);
    if (begun) return begun;
    if (underWay.size < maxUnderWay) return begin(key);
    const before = kept.get(key);
    if (before === undefined) throw late();
    return before;
  };
}
