/** Two clocks may differ by so much. */
const toleranceMs = 5 * 60_000;

/**
 * When a touch counts from. A browser can date it as it likes, but nobody followed a link before its code was made: such a
 * touch is doubted, and counts from the order, by the rules of that day. Where the browser remembers a later touch, it
 * counts from just before that one, so that the older of the two never becomes the newest.
 *
 * @param codeSince when the code was made, epoch milliseconds
 * @param nextAt when the browser's next touch was
 */
export function believedAt(
  at: number,
  {
    codeSince,
    occurredAt,
    nextAt = occurredAt,
  }: { codeSince: number; occurredAt: number; nextAt?: number | undefined },
): { at: number; isDoubted: boolean } {
  const isDoubted = at < codeSince - toleranceMs;
  if (!isDoubted) return { at, isDoubted };
  // A next touch that is itself older than this code says nothing of when this one was.
  const isBetween = nextAt > codeSince && nextAt < occurredAt;
  return { at: isBetween ? nextAt - 1 : occurredAt, isDoubted };
}
