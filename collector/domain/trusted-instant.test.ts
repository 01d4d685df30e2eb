import { expect, test } from "vitest";
import {
  aheadMs,
  followClock,
  type KnownClock,
  safeInstant,
} from "./trusted-instant.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
const today = Date.UTC(2030, 5, 1);

/** What is known after the clock has said one thing after another. */
function after(known: KnownClock, said: number[], lastEventAt = today) {
  return said.reduce(
    (clock, now) => followClock(clock, { now, lastEventAt }),
    known,
  );
}
const steady: KnownClock = { trusted: today, said: today };

test("a clock that goes on is believed", () => {
  const hours = Array.from({ length: 50 }, (_, hour) => today + hour * hourMs);
  const clock = after(steady, hours);
  expect(safeInstant(clock)).toBe(hours.at(-1));
  expect(aheadMs(clock)).toBe(0);
});

test("a clock that leaps ahead is believed a day, however often it is looked at, and a day more with every hour", () => {
  const ahead = today + 2 * yearMs;
  const looks = Array.from({ length: 60 }, (_, second) => ahead + second);
  const clock = after(steady, looks);
  expect(safeInstant(clock) - today).toBeGreaterThan(dayMs - 1);
  expect(safeInstant(clock) - today).toBeLessThan(dayMs + hourMs);
  expect(aheadMs(clock)).toBeGreaterThan(2 * yearMs - 2 * dayMs);
  const later = after(steady, [ahead, ahead + hourMs, ahead + 2 * hourMs]);
  expect(safeInstant(later)).toBe(today + 3 * dayMs);
});

test("one that leaps ahead again and again is never believed more than a day", () => {
  const leaps = Array.from({ length: 100 }, (_, look) =>
    look % 2 ? today + look : today + 2 * yearMs,
  );
  const clock = after(steady, [...leaps, today + 2 * yearMs]);
  expect(safeInstant(clock)).toBeLessThanOrEqual(today + dayMs + 100);
});

test("a collector that has rested for a month has caught up in two days", () => {
  const back = today + 30 * dayMs;
  expect(safeInstant(after(steady, [back]))).toBe(today + dayMs);
  const hours = Array.from({ length: 33 }, (_, hour) => back + hour * hourMs);
  expect(safeInstant(after(steady, hours))).toBe(hours.at(-1));
});

test("a clock that is set back is followed at once, and what was believed stays near where nothing came so early", () => {
  const [start2000, soon] = [Date.UTC(2000, 0), today + 60_000];
  const clock = after(steady, [start2000]);
  expect(safeInstant(clock)).toBe(start2000);
  expect(clock.trusted).toBe(today - dayMs);
  expect(safeInstant(after(clock, [soon]))).toBe(today);
  // Where something did come, the database began in a wrong future.
  const future = { trusted: today + 10 * yearMs, said: today + 10 * yearMs };
  expect(after(future, [today]).trusted).toBe(today);
});

test("where nothing is known yet it begins a day after what came last, and by the clock where nothing came", () => {
  const begin = (now: number, lastEventAt: number | null) =>
    safeInstant(followClock(null, { now, lastEventAt }));
  expect(begin(today + hourMs, today)).toBe(today + hourMs);
  expect(begin(today + yearMs, today)).toBe(today + dayMs);
  expect(begin(today, today + yearMs)).toBe(today);
  expect(begin(today, null)).toBe(today);
});

test("a first start in 1970 does not take decades to be made up for", () => {
  const clock = followClock(null, { now: 0, lastEventAt: null });
  expect(safeInstant(clock)).toBe(0);
  expect(clock.trusted).toBe(Date.UTC(2026, 0));
});
