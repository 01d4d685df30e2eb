const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Pauses after each failed attempt: quick at first, for a restart; then over almost six days, for a long weekend. */
export const pausesMs = [
  5 * secondMs,
  minuteMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  6 * hourMs,
  12 * hourMs,
  dayMs,
  dayMs,
  dayMs,
  dayMs,
  dayMs,
];

/** A receiver may ask for a longer pause, but not put off for ever. */
export const longestPauseMs = dayMs;

/** An endpoint that has not taken anything for so long is switched off. */
export const patienceMs = 5 * dayMs;

/**
 * When a delivery is tried again, or `null` where it is given up.
 *
 * @param failed.attempts how often it was tried, this time included
 * @param failed.retryAfterMs the pause that the receiver asked for
 * @param failed.chance from 0 to 1: spreads what failed together over a fifth of the pause
 */
export function nextAttemptAt(failed: {
  attempts: number;
  now: number;
  retryAfterMs: number | null;
  chance: number;
}): number | null {
  const pauseMs = pausesMs[failed.attempts - 1];
  if (pauseMs === undefined) return null;
  const spreadMs = Math.round(pauseMs * (1 + 0.2 * failed.chance));
  const askedMs = Math.min(failed.retryAfterMs ?? 0, longestPauseMs);
  return failed.now + Math.max(spreadMs, askedMs);
}

/**
 * Whether an endpoint is switched off at a failure: it has taken nothing for five days,
 * and this very message has been tried for one, so that a hiccup after a quiet month does not do it.
 */
export function isGivenUp(failed: {
  now: number;
  failingSince: number;
  createdAt: number;
}): boolean {
  return (
    failed.now - failed.failingSince >= patienceMs &&
    failed.now - failed.createdAt >= dayMs
  );
}
