import {
  aheadMs,
  followClock,
  safeInstant,
} from "../domain/trusted-instant.ts";
import {
  lastEventAt,
  mendGoneBefore,
  selectKnownClock,
  storeKnownClock,
} from "../storage/queries/known-clock.ts";
import type { Reading, Work } from "./work.ts";

/**
 * Looks at the clock, and keeps how much of it is believed. Answers the instant that old rows are deleted by, and how
 * far the clock is ahead of what is believed.
 */
export async function watchClock({
  db,
  now,
}: Work): Promise<{ safe: number; aheadMs: number }> {
  const instant = now();
  const known = await selectKnownClock(db);
  const goesOn = known !== null && known.trusted <= instant;
  const clock = followClock(known, {
    now: instant,
    lastEventAt: goesOn ? null : await lastEventAt(db, instant),
  });
  await storeKnownClock(db, clock);
  // A clock that was set back knows nothing of what is gone.
  if (clock.said >= clock.trusted) await mendGoneBefore(db, clock.said);
  return { safe: safeInstant(clock), aheadMs: aheadMs(clock) };
}

/** How far the clock is ahead of what is believed; `null` before it was looked at. */
export async function readClockAhead({
  db,
  now,
}: Reading): Promise<number | null> {
  const known = await selectKnownClock(db);
  return (
    known && aheadMs(followClock(known, { now: now(), lastEventAt: null }))
  );
}
