import { expect, test } from "vitest";
import { idPattern } from "../protocol/limits.ts";
import { newId } from "./new-id.ts";

test("an id is accepted by the collector and sorts by time", () => {
  const ids = [0, 1_795_219_200_000, 2_900_000_000_000].map((at) => newId(at));
  for (const id of ids) expect(id).toMatch(idPattern);
  expect(ids.toSorted()).toEqual(ids);
});

test("a thousand ids of one moment differ", () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newId(1)));
  expect(ids.size).toBe(1000);
});
