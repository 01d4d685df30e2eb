import {
  aheadMs,
  followClock,
  type KnownClock,
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
export async function watchClock(
  work: Work,
): Promise<{ safe: number; aheadMs: number }> {
  const { db } = work;
  const clock = await believedClock(work);
  await storeKnownClock(db, clock);
  // A clock that was set back would take what is gone for something to come.
  if (clock.said >= clock.trusted) await mendGoneBefore(db, clock.said);
  return { safe: safeInstant(clock), aheadMs: aheadMs(clock) };
}

/**
 * The instant that money waits for, and whatever else cannot be taken back: never later than the clock, nor than a day
 * after what all collectors have found together. Keeps nothing of it.
 */
export async function safeNow(reading: Reading): Promise<number> {
  return safeInstant(await believedClock(reading));
}

async function believedClock({ db, now }: Reading): Promise<KnownClock> {
  const instant = now();
  const known = await selectKnownClock(db);
  const goesOn = known !== null && known.trusted <= instant;
  return followClock(known, {
    now: instant,
    lastEventAt: goesOn ? null : await lastEventAt(db, instant),
  });
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
