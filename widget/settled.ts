/** How often it is asked, ten times a second: a picture that never comes holds nothing up for longer than ten seconds. */
let patience = 100;

/**
 * Resolves once the page has loaded and rests. Until then a framework may compare what its server has rendered with what
 * stands there, and throws all of it away, with what was typed, for one element that is not its own.
 */
export const settled = new Promise<unknown>((resolve) => {
  const wait = () => {
    // Of its three values "complete" alone comes before "d". Asked, since a library may have replaced `addEventListener` by one that throws.
    if (document.readyState > "d" && patience--) setTimeout(wait, 100);
    // Not every browser knows when it rests.
    else (window.requestIdleCallback ?? setTimeout)(resolve);
  };
  wait();
});
