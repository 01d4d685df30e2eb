import fc from "fast-check";
import { expect, test } from "vitest";
import { isDeeperThan, parseJson } from "./read-body.ts";

test("nesting is counted outside strings only", () => {
  expect(isDeeperThan('{"a":[1,{"b":2}]}', 3)).toBe(false);
  expect(isDeeperThan('{"a":[1,{"b":2}]}', 2)).toBe(true);
  expect(isDeeperThan('["[[[[[[\\"[[[[\\\\"]', 1)).toBe(false);
  expect(isDeeperThan("[],[],[]", 1)).toBe(false);
  expect(isDeeperThan("7", 0)).toBe(false);
});

test("the text's depth is the value's", () => {
  const depthOf = (value: unknown): number =>
    typeof value === "object" && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
      : 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const depth = depthOf(value);
      const text = JSON.stringify(value);
      return (
        !isDeeperThan(text, depth) &&
        (depth === 0 || isDeeperThan(text, depth - 1))
      );
    }),
  );
});

test("a byte order mark before a body is no part of it", () => {
  expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
  expect(() => parseJson("\uFEFF\uFEFF{}")).toThrow("Expected JSON");
});
