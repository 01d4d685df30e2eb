/** So long a page is waited for at most: a picture may never come, and a busy page never rest. */
const mostMs = 10_000;

/**
 * Resolves once the page has loaded and rests. Until then a framework may compare what its server has rendered with what
 * stands there, and throws all of it away, with what was typed, for one element that is not its own.
 */
export const settled = new Promise<unknown>((resolve) => {
  setTimeout(resolve, mostMs);
  const wait = () => {
    // Of its three values "complete" alone comes before "d". Asked, since a library may have replaced `addEventListener` by one that throws.
    if (document.readyState > "d") setTimeout(wait, 100);
    // Not every browser knows when it rests.
    else (window.requestIdleCallback ?? setTimeout)(resolve);
  };
  wait();
});
