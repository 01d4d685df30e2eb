/** What is older is not a late beacon: the longest that a cookie may live. What is as far ahead is no clock, but made up. */
const oldestDays = 400;
const dayMs = 86_400_000;
/** An unsent event waits on the device for so long at most: no claim and no click is older. */
const longestDelayMs = dayMs;

/** When a batch left the device and when it came, by the two clocks. */
export interface Sending {
  sentAt: number;
  receivedAt: number;
}

/**
 * An event's time by the collector's clock: as long before the arrival as the
 * device says that it was before the sending, however wrong the device's clock
 * is. What is dated after the sending was made before the clock was put right,
 * and has just happened. Answers why not, where it is too far away.
 */
export function eventTime(
  at: number,
  { sentAt, receivedAt }: Sending,
): { at: number; because: null } | { at: null; because: string } {
  const ageMs = sentAt - at;
  if (ageMs > oldestDays * dayMs)
    return {
      at: null,
      because: `Expected an instant at most ${oldestDays} days before sentAt.`,
    };
  if (ageMs < -oldestDays * dayMs)
    return {
      at: null,
      because: `Expected an instant at most ${oldestDays} days after sentAt.`,
    };
  return { at: receivedAt - Math.max(ageMs, 0), because: null };
}

/**
 * The same for a click, which is told at once or waits in the device's queue: however old it is said to be, it is not
 * older than that. Else a page could date a click into a campaign that is over.
 */
export function clickTime(at: number, { receivedAt }: Sending): number {
  return Math.max(at, receivedAt - longestDelayMs);
}

/** The same for a remembered touch, which is never a reason to refuse the event that carries it. */
export function touchTime(at: number, { sentAt, receivedAt }: Sending): number {
  return Math.max(0, receivedAt - Math.max(sentAt - at, 0));
}

/**
 * When an order was placed. The customer can set the device's clock, and with it the window, the rules and
 * the hold: an order is not older than its signature, and a claim at most as old as a delivery may take.
 *
 * @param signedAt when the shop's server signed it, or `null` for a claim
 */
export function orderTime(
  occurredAt: number,
  signedAt: number | null,
  { receivedAt }: Sending,
): number {
  const earliest =
    signedAt === null
      ? receivedAt - longestDelayMs
      : Math.min(signedAt, receivedAt);
  return Math.max(occurredAt, earliest);
}
