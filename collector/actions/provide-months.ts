import { isOnServer } from "../storage/is-on-server.ts";
import {
  aheadMs,
  providePartitions,
  unforeseenMonths,
} from "../storage/queries/event-partitions.ts";
import type { Work } from "./work.ts";

/**
 * Makes room on a server for the events of the months to come, and of any month that they came in unforeseen: when the
 * clock was wrong, or no collector had been started anew. Answers how many had.
 */
export async function provideMonths({
  db,
  now,
}: Work): Promise<{ moved: number }> {
  if (!isOnServer(db)) return { moved: 0 };
  let moved = await providePartitions(db, { from: now(), to: now() + aheadMs });
  for (const month of await unforeseenMonths(db))
    moved += await providePartitions(db, { from: month, to: month + 1 });
  return { moved };
}
