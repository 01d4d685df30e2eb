import { selectOutbox } from "../storage/queries/outbox.ts";
import type { Reading } from "./work.ts";

/** What waits to be told to the shops' own addresses, of all sites. */
export async function readOutbox({
  db,
  now,
}: Reading): Promise<{ waiting: number; oldestMs: number }> {
  const { waiting, oldest_at } = await selectOutbox(db);
  return {
    waiting,
    oldestMs: oldest_at === null ? 0 : Math.max(0, now() - oldest_at),
  };
}
