import fc from "fast-check";
import { expect, test } from "vitest";
import { wallClock, windowStart } from "./calendar-window.ts";

const at = (text: string) => Date.parse(text);

test.each([
  ["day", "2026-03-15T14:59:59.999Z", "Asia/Tokyo", "2026-03-14T15:00:00Z"],
  ["day", "2026-03-15T15:00:00Z", "Asia/Tokyo", "2026-03-15T15:00:00Z"],
  ["month", "2026-02-28T15:00:00Z", "Asia/Tokyo", "2026-02-28T15:00:00Z"],
  ["month", "2026-02-28T14:59:59Z", "Asia/Tokyo", "2026-01-31T15:00:00Z"],
  ["year", "2025-12-31T15:00:00Z", "Asia/Tokyo", "2025-12-31T15:00:00Z"],
  ["year", "2026-07-01T00:00:00Z", "UTC", "2026-01-01T00:00:00Z"],
  // Summer time between the start of the window and now.
  ["month", "2026-03-31T12:00:00Z", "Europe/Berlin", "2026-02-28T23:00:00Z"],
  ["year", "2026-07-01T00:00:00Z", "America/New_York", "2026-01-01T05:00:00Z"],
  // On the day itself, before and after the change.
  ["day", "2026-03-29T00:30:00Z", "Europe/Berlin", "2026-03-28T23:00:00Z"],
  ["day", "2026-03-29T20:00:00Z", "Europe/Berlin", "2026-03-28T23:00:00Z"],
  // Midnight did not exist: clocks went from 24:00 to 01:00.
  ["day", "2018-11-04T12:00:00Z", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  // Clocks went from 24:00 back to 23:00.
  ["day", "2018-02-18T12:00:00Z", "America/Sao_Paulo", "2018-02-18T03:00:00Z"],
  // Midnight came twice: clocks went from 01:00 back to 00:00.
  ["day", "2026-11-01T12:00:00Z", "America/Havana", "2026-11-01T04:00:00Z"],
  // A whole day was left out.
  ["day", "2011-12-30T12:00:00Z", "Pacific/Apia", "2011-12-30T10:00:00Z"],
] as const)("the %s of %s in %s began at %s", (window, now, zone, start) => {
  expect(windowStart(window, at(now), zone)).toBe(at(start));
});

test("a lifetime has no beginning", () => {
  expect(windowStart("lifetime", 0, "Asia/Tokyo")).toBe(-Infinity);
});

test("a window has begun, is its own beginning, and holds what is shorter", () => {
  const instant = fc.integer({ min: at("1990-01-01"), max: at("2060-01-01") });
  const zone = fc.constantFrom(
    "Asia/Tokyo",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "America/Havana",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Apia",
    "Asia/Kathmandu",
  );
  fc.assert(
    fc.property(instant, zone, (now, timeZone) => {
      const start = (window: "day" | "month" | "year") =>
        windowStart(window, now, timeZone);
      const [day, month, year] = [start("day"), start("month"), start("year")];
      expect(year <= month && month <= day && day <= now).toBe(true);
      expect(now - day).toBeLessThan(25 * 60 * 60 * 1000);
      expect(windowStart("day", day, timeZone)).toBe(day);
      expect(windowStart("month", day, timeZone)).toBe(month);
      expect(windowStart("year", month, timeZone)).toBe(year);
    }),
  );
});

test("in whatever order instants come, each is in the window that it is told", () => {
  const zones = ["Asia/Tokyo", "Europe/Berlin", "America/St_Johns", "UTC"];
  const year = 366 * 24 * 60 * 60 * 1000;
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom("day", "month", "year" as const),
      fc.array(fc.integer({ min: 1.7e12, max: 1.7e12 + 3 * year }), {
        maxLength: 20,
      }),
      (zone, window, instants) => {
        const length = { day: 10, month: 7, year: 4 }[window];
        const shown = (at: number) =>
          new Date(wallClock(at, zone)).toISOString();
        for (const at of instants) {
          const start = windowStart(window, at, zone);
          expect(start).toBeLessThanOrEqual(at);
          expect(shown(start).slice(0, length)).toBe(
            shown(at).slice(0, length),
          );
          expect(shown(start).slice(length)).toBe(
            { day: "", month: "-01", year: "-01-01" }[window] +
              "T00:00:00.000Z",
          );
        }
      },
    ),
  );
});
