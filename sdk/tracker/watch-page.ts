/** Looks now and after changes of the page; many changes at once are one look. */
export function watchPage(look: () => void): void {
  // biome-ignore lint/correctness/noUnusedVariables: the operator below reads it
  let isDue: unknown = false;
  new MutationObserver(() => {
    isDue ||= setTimeout(() => {
      isDue = false;
      look();
    }, 50);
  }).observe(document, { childList: true, subtree: true });
  look();
}
