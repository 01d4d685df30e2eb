import { expect, test } from "vitest";
import { copiesOfPreact, measureSizes } from "../bench/measure-sizes.ts";

test("every download keeps within its budget", () => {
  const sizes = measureSizes();
  expect(sizes.length).toBeGreaterThan(10);
  expect(sizes.filter(({ bytes, gate }) => bytes > gate)).toEqual([]);
});

test("the widget has one copy of Preact", () => {
  expect(copiesOfPreact()).toBe(1);
});
