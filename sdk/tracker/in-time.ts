import { attempt } from "./attempt.ts";

/** Longer than this no call waits: the page may want to leave. */
const patienceMs = 1_500;

/**
 * Resolves with what is waited for, but not later than a page can wait, or
 * when it is hidden: it may never be shown again. `unload` events would cost
 * the page its place in the back/forward cache.
 */
export function inTime(waitedFor: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    waitedFor.then(resolve, resolve);
    setTimeout(resolve, patienceMs);
    // A library may have replaced it by one that throws.
    attempt(() => addEventListener("visibilitychange", resolve));
  });
}
