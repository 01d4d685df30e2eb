import { wallClock } from "../../domain/calendar-window.ts";
import { randomName } from "../sessions.ts";

/** A name that nobody has used, with the owner's own day: the form carries it, so that sending it twice makes one run. */
export function newRunId(facts: {
  now: number;
  timeZone: string;
  currency: string;
}): string {
  const { now, timeZone, currency } = facts;
  const day = new Date(wallClock(now, timeZone)).toISOString().slice(0, 10);
  const mark = randomName()
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6);
  return `${day}-${currency}-${mark}`;
}
