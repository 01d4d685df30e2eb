/** So many answers at most; beyond them everything is read anew. */
const maxRemembered = 5_000;

/** Remembers for a moment what a read answered. Only what was found, so that made-up keys cannot fill the memory. */
export function remember<Found>(
  read: (key: string) => Promise<Found | null>,
  { freshMs, now }: { freshMs: number; now(): number },
): (key: string) => Promise<Found | null> {
  const known = new Map<string, { found: Found; until: number }>();
  return async (key) => {
    const kept = known.get(key);
    const leftMs = kept ? kept.until - now() : 0;
    // More is left than there can be where the clock was set back: then nobody knows how old it is.
    if (kept && leftMs > 0 && leftMs <= freshMs) return kept.found;
    const found = await read(key);
    if (found === null) known.delete(key);
    else {
      if (known.size >= maxRemembered) known.clear();
      known.set(key, { found, until: now() + freshMs });
    }
    return found;
  };
}
