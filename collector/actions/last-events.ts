import { selectOrigins } from "../storage/queries/site-origins.ts";
import type { Reading } from "./work.ts";

/** From which origins something came, and when last. */
export function lastEvents(
  { db }: Reading,
  { siteId }: { siteId: string },
): Promise<{ origin: string; type: string; at: number }[]> {
  return selectOrigins(db, siteId);
}
