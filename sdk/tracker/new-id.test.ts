import { afterEach, expect, test, vi } from "vitest";
import { idPattern } from "../protocol/limits.ts";
import { newId } from "./new-id.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("an id is accepted by the collector and sorts by time", () => {
  vi.useFakeTimers();
  const ids = [1_000_000_000_000, 1_795_219_200_000, 2_800_000_000_000].map(
    (at) => {
      vi.setSystemTime(at);
      return newId();
    },
  );
  for (const id of ids) expect(id).toMatch(idPattern);
  expect(ids.toSorted()).toEqual(ids);
});

test("a thousand ids of one moment differ", () => {
  vi.useFakeTimers();
  const ids = new Set(Array.from({ length: 1000 }, () => newId()));
  expect(ids.size).toBe(1000);
});
