import { forgetVisitorsBefore } from "../storage/queries/event-visitors.ts";
import {
  deleteClicks,
  deleteEventIds,
  deleteEvents,
  longestWindowDays,
} from "../storage/queries/retention.ts";
import { hourOf } from "../storage/rollups/hours-of.ts";
import { watchClock } from "./watch-clock.ts";
import type { Work } from "./work.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** No event is believed that says it is older when it comes, so none that is repeated honestly comes later. */
const rememberedMs = 401 * dayMs;
/** So many at a time, that beacons do not wait for a large sweep. */
const batchSize = 500;

/**
 * Deletes single events and clicks after so many days, though none that can still credit anybody. What they were counted
 * as stays, and so does their id, until nobody can honestly send it again. A clock that is far ahead makes nothing old.
 */
export async function forgetEvents(
  work: Work,
  { keepDays }: { keepDays: number },
): Promise<{ more: boolean }> {
  const { db } = work;
  const { safe } = await watchClock(work);
  const days = Math.max(keepDays, await longestWindowDays(db));
  const before = hourOf(safe - days * dayMs);
  const limit = batchSize;
  const swept = [
    await deleteEvents(db, { before, now: safe, limit }),
    await forgetVisitorsBefore(db, { before, limit }),
    await deleteClicks(db, { before, limit }),
    await deleteEventIds(db, {
      before: Math.min(before, safe - rememberedMs),
      limit,
    }),
  ];
  return { more: swept.includes(true) };
}
