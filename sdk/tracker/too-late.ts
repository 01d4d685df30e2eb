/** Longer than this no call waits to know what it may say. */
const patienceMs = 1_000;

/**
 * Resolves after a second, or when the page is hidden: it may never be shown
 * again. `unload` events would cost the page its place in the back/forward cache.
 */
export function tooLate(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
    addEventListener("visibilitychange", resolve);
  });
}
