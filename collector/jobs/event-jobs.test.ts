import { expect, test } from "vitest";
import { eventJobs } from "./event-jobs.ts";

const dayMs = 24 * 60 * 60_000;

test("a clock that is far ahead is told of once, and again after it was right", async () => {
  let aheadMs = 0;
  const told: number[] = [];
  const [watch] = eventJobs({
    writer: {
      run: async () => ({ safe: 0, aheadMs, moved: 0, more: false }),
    },
    keepDays: 0,
    onUnforeseen: () => {},
    onClockAhead: (ms) => told.push(ms),
  });
  expect(watch?.name).toBe("watch-clock");
  for (const days of [0, 1, 2, 3, 4, 30, 0, 10]) {
    aheadMs = days * dayMs;
    await watch?.run();
  }
  expect(told).toEqual([3 * dayMs, 10 * dayMs]);
});
