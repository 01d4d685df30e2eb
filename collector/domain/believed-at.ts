/** Two clocks may differ by so much. */
const toleranceMs = 5 * 60_000;

/**
 * When a touch counts from. A browser can date it as it likes: where nobody had the code yet, the touch counts from the
 * order, by the rules of that day, and the order's verdict says so.
 *
 * @param codeSince when the code was made, epoch milliseconds
 * @param before when the browser's next touch was: one that it remembers as older never becomes the newest
 */
export function believedAt(
  at: number,
  {
    codeSince,
    occurredAt,
    before = occurredAt,
  }: { codeSince: number; occurredAt: number; before?: number | undefined },
): { at: number; isDoubted: boolean } {
  const isDoubted = at < codeSince - toleranceMs;
  if (!isDoubted) return { at, isDoubted };
  // Before the code was made the other touch proves nothing of this one.
  const isBetween = before > codeSince && before < occurredAt;
  return { at: isBetween ? before - 1 : occurredAt, isDoubted };
}
