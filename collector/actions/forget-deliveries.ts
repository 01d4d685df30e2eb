import { deleteOldDeliveries } from "../storage/queries/deliveries.ts";
import { watchClock } from "./watch-clock.ts";
import type { Work } from "./work.ts";

/** How long the log of finished deliveries is kept. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** So many at a time, that beacons do not wait for a large sweep. */
const batchSize = 500;

/** Forgets finished deliveries after thirty days: they name people. */
export async function forgetDeliveries(work: Work): Promise<{ more: boolean }> {
  const { safe } = await watchClock(work);
  const forgotten = await deleteOldDeliveries(
    work.db,
    safe - keptMs,
    batchSize,
  );
  return { more: forgotten === batchSize };
}
