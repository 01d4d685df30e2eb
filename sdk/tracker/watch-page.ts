/** Looks now and after changes of the page or its address; many changes at once are one look. */
export function watchPage(look: () => void): void {
  // biome-ignore lint/correctness/noUnusedVariables: the operator below reads it
  let due: unknown;
  const lookSoon = () => {
    due ??= setTimeout(() => {
      due = null;
      look();
    }, 50);
  };
  // First: an old library's MutationObserver may throw.
  look();
  // A route may change nothing in the page. History is not patched: where there is no Navigation API, only going back and fragments tell of themselves.
  addEventListener("popstate", lookSoon);
  (window as { navigation?: EventTarget }).navigation?.addEventListener(
    "currententrychange",
    lookSoon,
  );
  new MutationObserver(lookSoon).observe(document, {
    subtree: true,
    childList: true,
  });
}
