/** Resolves when somebody may see the page: a prerendered one may never be shown. */
export function whenActivated(): Promise<unknown> {
  return new Promise((resolve) => {
    if ((document as { prerendering?: boolean }).prerendering) {
      document.addEventListener("prerenderingchange", resolve);
    } else {
      resolve(0);
    }
  });
}
