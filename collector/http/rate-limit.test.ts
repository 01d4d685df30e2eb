import { expect, test } from "vitest";
import { rateLimit } from "./rate-limit.ts";

test("a minute's calls are taken at once, the next is told how long to wait", () => {
  const limit = rateLimit(5);
  const waits = Array.from({ length: 6 }, () => limit.take("a", 1_000));
  expect(waits).toEqual([0, 0, 0, 0, 0, 12]);
  expect(limit.take("b", 1_000)).toBe(0);
  expect(limit.take("a", 13_000)).toBe(0);
  expect(limit.take("a", 13_000)).toBe(12);
});

test("a clock that was ahead and is set back keeps nobody waiting for it to come by again", () => {
  const limit = rateLimit(5);
  const tenYears = 10 * 365 * 86_400_000;
  for (let call = 0; call < 6; call++) limit.take("a", tenYears);
  expect(limit.take("a", 1_000)).toBe(12);
  expect(limit.take("a", 13_000)).toBe(0);
});

test("zero is no limit", () => {
  const limit = rateLimit(0);
  for (let call = 0; call < 10_000; call++) expect(limit.take("a", 0)).toBe(0);
});

test("a hundred thousand addresses are not all remembered, and each still has its calls", () => {
  const limit = rateLimit(1);
  for (let at = 0; at < 100_000; at++)
    expect(limit.take(`address ${at}`, 0)).toBe(0);
  expect(limit.take("address 99999", 0)).toBe(60);
  expect(limit.take("address 0", 0)).toBe(0);
});
