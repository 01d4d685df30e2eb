/** What a database knows of its collector's clock; epoch milliseconds. */
export interface KnownClock {
  /** What is believed of the time. May be ahead of a clock that was set back. */
  trusted: number;
  /** What the clock said when it was last looked at. */
  said: number;
}

const dayMs = 24 * 60 * 60 * 1000;
/** What is believed moves so many times as fast as the clock goes: after a month's rest it has caught up in a day or so. */
const pace = 24;
/** No collector ran before 2026: a clock that says so has not been set yet. */
const earliest = 1_767_225_600_000;

/**
 * What is believed of the time from now on: it moves towards the clock, by a day at most, so that a clock that is far
 * off for a short while leads nowhere. Back it goes at once where what came last came earlier too; where nothing is
 * known yet it begins near what came last.
 *
 * @param lastEventAt when the event came that came last, by the clock of then
 */
export function followClock(
  known: KnownClock | null,
  { now, lastEventAt }: { now: number; lastEventAt: number | null },
): KnownClock {
  const trusted = known
    ? movedTowards(now, known, lastEventAt)
    : Math.min(now, lastEventAt === null ? now : lastEventAt + dayMs);
  return { trusted: Math.max(earliest, trusted), said: now };
}

function movedTowards(
  now: number,
  { trusted, said }: KnownClock,
  lastEventAt: number | null,
): number {
  const step = Math.min(dayMs, pace * Math.abs(now - said));
  if (now >= trusted) return Math.min(now, trusted + step);
  // A clock that was set back to long before anything came is as wrong as one that is ahead.
  return Math.max(now, Math.min(trusted - step, lastEventAt ?? trusted));
}

/** The instant that what is deleted by its age goes by: never later than the clock, nor than what is believed. */
export function safeInstant({ trusted, said }: KnownClock): number {
  return Math.min(trusted, said);
}

/** How far the clock is ahead of what is believed; 0 where it is not. */
export function aheadMs({ trusted, said }: KnownClock): number {
  return Math.max(0, said - trusted);
}
