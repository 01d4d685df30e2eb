/** Resolves once the page is hidden or left; `unload` events would cost the page its place in the back/forward cache. */
export function whenHidden(): Promise<unknown> {
  return new Promise((resolve) => {
    addEventListener("visibilitychange", resolve);
  });
}
