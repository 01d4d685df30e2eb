import type { Limit } from "./program.ts";

/**
 * When the day, month or year that `now` is in began in `timeZone` (an IANA name): epoch milliseconds, -Infinity for a lifetime.
 * Days that begin at 01:00, because clocks were put forward at midnight, begin then.
 */
export function windowStart(
  window: Limit["window"],
  now: number,
  timeZone: string,
): number {
  if (window === "lifetime") return Number.NEGATIVE_INFINITY;
  const name = `${window} ${timeZone}`;
  const last = lastStarts.get(name) ?? Number.POSITIVE_INFINITY;
  if (last <= now && now < last + shortestMs[window]) return last;
  const start = startOf(window, now, timeZone);
  lastStarts.set(name, start);
  return start;
}

const dayMs = 24 * 60 * 60 * 1000;

/** An instant so soon after a start is in the same window, whatever clocks do. */
const shortestMs = {
  day: (22 / 24) * dayMs,
  month: 27 * dayMs,
  year: 364 * dayMs,
};

// Asking the calendar takes a hundred times as long, and orders come one after the other.
const lastStarts = new Map<string, number>();

function startOf(
  window: "day" | "month" | "year",
  now: number,
  timeZone: string,
): number {
  const today = new Date(wallClock(now, timeZone));
  return instantOf(
    Date.UTC(
      today.getUTCFullYear(),
      window === "year" ? 0 : today.getUTCMonth(),
      window === "day" ? today.getUTCDate() : 1,
    ),
    timeZone,
  );
}

/**
 * The first instant whose wall clock shows `wall` (written as if it were UTC); one that clocks skip is taken by the
 * offset before they were put forward.
 */
export function instantOf(wall: number, timeZone: string): number {
  const offsets = [wall - dayMs, wall + dayMs].map(
    (at) => wallClock(at, timeZone) - Math.floor(at / 1000) * 1000,
  );
  // Clocks may change at this very time: try the offset before and the one after.
  const starts = offsets.map((offset) => wall - offset);
  const first = Math.min(...starts);
  const isReached =
    wallClock(first, timeZone) >= Math.floor(wall / 1000) * 1000;
  return isReached ? first : Math.max(...starts);
}

/** The wall clock's reading at an instant, written as if it were UTC, to the second. */
export function wallClock(at: number, timeZone: string): number {
  const part = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day,
    part.hour,
    part.minute,
    part.second,
  );
}

// Making a format takes many times as long as using it; there are only a few hundred zones.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, made);
  return made;
}
