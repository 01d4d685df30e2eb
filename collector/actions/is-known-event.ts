import { hasEvent } from "../storage/queries/events.ts";
import type { Reading } from "./work.ts";

/** Whether an event with this id is stored: then it is a duplicate, whatever else of it changed. */
export function isKnownEvent(
  { db }: Reading,
  { siteId, id }: { siteId: string; id: string },
): Promise<boolean> {
  return hasEvent(db, siteId, id);
}
