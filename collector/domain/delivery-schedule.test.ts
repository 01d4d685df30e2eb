import { expect, test } from "vitest";
import {
  isGivenUp,
  longestPauseMs,
  nextAttemptAt,
  patienceMs,
  pausesMs,
} from "./delivery-schedule.ts";

const failed = { attempts: 1, now: 1_000_000, retryAfterMs: null, chance: 0 };
const dayMs = 24 * 60 * 60 * 1000;

test("the first retry comes within seconds, the last after the endpoint's own patience", () => {
  expect(nextAttemptAt(failed)).toBe(failed.now + 5_000);
  const wholeMs = pausesMs.reduce((sum, pause) => sum + pause, 0);
  expect(wholeMs).toBeGreaterThan(patienceMs);
  const last = { ...failed, attempts: pausesMs.length };
  expect(nextAttemptAt(last)).toBe(failed.now + dayMs);
  expect(nextAttemptAt({ ...last, attempts: last.attempts + 1 })).toBeNull();
});

test("what failed together does not come back together", () => {
  expect(nextAttemptAt({ ...failed, chance: 1 })).toBe(failed.now + 6_000);
});

test("a receiver may ask for a longer pause, never for a shorter one nor for ever", () => {
  const asking = (retryAfterMs: number) =>
    Number(nextAttemptAt({ ...failed, retryAfterMs })) - failed.now;
  expect(asking(90_000)).toBe(90_000);
  expect(asking(1)).toBe(5_000);
  expect(asking(Number.MAX_SAFE_INTEGER)).toBe(longestPauseMs);
});

test("five days of failure switch an endpoint off, one hiccup after a quiet month does not", () => {
  const now = 100 * dayMs;
  const since = (failingDays: number, messageDays: number) =>
    isGivenUp({
      now,
      failingSince: now - failingDays * dayMs,
      createdAt: now - messageDays * dayMs,
    });
  expect(since(4.9, 4.9)).toBe(false);
  expect(since(5, 5)).toBe(true);
  expect(since(30, 0)).toBe(false);
  expect(since(30, 1)).toBe(true);
});
