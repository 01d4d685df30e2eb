/** The result, or undefined where the browser refuses: blocked storage, a sandboxed frame. */
export function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    // Nothing of ours is worth the page's trouble.
  }
}
