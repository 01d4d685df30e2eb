/** Two clocks may differ by so much. */
const toleranceMs = 5 * 60_000;

/**
 * When a touch counts from. A browser can date it as it likes: where nobody had the code yet, the touch counts from the
 * order, by the rules of that day, and the order's verdict says so.
 *
 * @param codeSince when the code was made, epoch milliseconds
 */
export function believedAt(
  at: number,
  { codeSince, occurredAt }: { codeSince: number; occurredAt: number },
): { at: number; isDoubted: boolean } {
  const isDoubted = at < codeSince - toleranceMs;
  return { at: isDoubted ? occurredAt : at, isDoubted };
}
