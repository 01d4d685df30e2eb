/** Looks now and after changes of the page; many changes at once are one look. */
export function watchPage(look: () => void): void {
  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      look();
    }, 50);
  }).observe(document, { childList: true, subtree: true });
  look();
}
