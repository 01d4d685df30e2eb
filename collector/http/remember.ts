/** So many answers at most; beyond them everything is read anew. */
const maxRemembered = 5_000;

/**
 * Remembers for a moment what a read answered; who asks while it is under way waits for the same one, be they thousands.
 * Only what was found is kept, so that made-up keys cannot fill the memory.
 */
export function remember<Found>(
  read: (key: string) => Promise<Found | null>,
  { freshMs, now }: { freshMs: number; now(): number },
): (key: string) => Promise<Found | null> {
  const known = new Map<string, { found: Found; until: number }>();
  const underWay = new Map<string, Promise<Found | null>>();

  async function readAnew(key: string): Promise<Found | null> {
    const until = now() + freshMs;
    const found = await read(key);
    if (found === null) known.delete(key);
    else {
      if (known.size >= maxRemembered) known.clear();
      known.set(key, { found, until });
    }
    return found;
  }

  return async (key) => {
    const kept = known.get(key);
    const leftMs = kept ? kept.until - now() : 0;
    // More is left than there can be where the clock was set back: then nobody knows how old it is.
    if (kept && leftMs > 0 && leftMs <= freshMs) return kept.found;
    let reading = underWay.get(key);
    if (!reading) {
      reading = readAnew(key).finally(() => underWay.delete(key));
      underWay.set(key, reading);
    }
    return reading;
  };
}
