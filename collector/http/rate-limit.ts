/** Addresses remembered at most; an attack from more of them makes the oldest be forgotten. */
const maxRemembered = 20_000;
const minuteMs = 60_000;

export interface RateLimit {
  /** Counts one call; answers 0, or in how many seconds the next will be taken. */
  take(key: string, now: number): number;
}

/**
 * Allows `perMinute` calls at once, and then as many a minute (the generic cell
 * rate algorithm: one number a key). 0 allows everything.
 */
export function rateLimit(perMinute: number): RateLimit {
  const freeAt = new Map<string, number>();
  const stepMs = minuteMs / perMinute;
  return {
    take(key, now) {
      if (perMinute === 0) return 0;
      // Further ahead than this nobody is, unless the clock was set back meanwhile.
      const kept = Math.min(freeAt.get(key) ?? 0, now + minuteMs);
      const next = Math.max(kept, now) + stepMs;
      const waitMs = next - now - minuteMs;
      // A rounding error must not refuse the last call of a full minute.
      if (waitMs > 0.001) {
        freeAt.set(key, kept);
        return Math.ceil(waitMs / 1000);
      }
      freeAt.set(key, next);
      if (freeAt.size > maxRemembered) forget(freeAt, now);
      return 0;
    },
  };
}

/** Those who may call freely again, and, if that is not enough, a quarter of the rest, oldest first. */
function forget(freeAt: Map<string, number>, now: number): void {
  for (const [key, at] of freeAt) if (at <= now) freeAt.delete(key);
  let surplus = freeAt.size - maxRemembered * 0.75;
  for (const key of freeAt.keys()) {
    if (surplus-- <= 0) return;
    freeAt.delete(key);
  }
}
