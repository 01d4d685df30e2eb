/** Looks now and after changes of the page; many changes at once are one look. */
export function watchPage(look: () => void): void {
  // First: an old library's MutationObserver may throw.
  look();
  // biome-ignore lint/correctness/noUnusedVariables: the operator below reads it
  let due: unknown;
  new MutationObserver(() => {
    due ??= setTimeout(() => {
      due = null;
      look();
    }, 50);
  }).observe(document, { subtree: true, childList: true });
}
