import { hourMs } from "../storage/rollups/hours-of.ts";
import { sumOrderHours as sumHours } from "../storage/rollups/sum-order-hours.ts";
import type { Work } from "./work.ts";

/** In one commit, so that nobody waits long for it. */
const hoursAtOnce = 20;

/** Sums the orders of past hours anew that have changed. An hour that orders still come in would be stale again at once. */
export async function sumOrderHours(work: Work): Promise<{ more: boolean }> {
  const summed = await sumHours(work.db, {
    before: work.now() - hourMs,
    limit: hoursAtOnce,
  });
  return { more: summed === hoursAtOnce };
}
