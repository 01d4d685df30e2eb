import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onceASecond } from "./once-a-second.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a flood is one line at once, and a count a second", () => {
  const said: unknown[] = [];
  const say = onceASecond((count) => said.push(count));
  for (let at = 0; at < 100; at++) say(() => said.push("first"));
  expect(said).toEqual(["first"]);
  vi.advanceTimersByTime(1_000);
  for (let at = 0; at < 7; at++) say(() => said.push("first"));
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual(["first", 99, 7]);
  vi.advanceTimersByTime(5_000);
  say(() => said.push("first"));
  expect(said).toEqual(["first", 99, 7, "first"]);
});
