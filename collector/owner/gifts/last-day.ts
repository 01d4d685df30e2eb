import { instantOf } from "../../domain/calendar-window.ts";

const dayMs = 24 * 3_600_000;

/** The instant at which a day, typed as `2026-03-31`, is over; `null` where nothing was typed; `undefined` for what is no date. */
export function endOfDay(
  text: string,
  timeZone: string,
): number | null | undefined {
  if (text === "") return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : Number.NaN;
  return Number.isNaN(day) ? undefined : instantOf(day + dayMs, timeZone);
}
