import { expect, test } from "vitest";
import { asOneStatement } from "./as-one-statement.ts";

test("one statement stays as it is", () => {
  const told = { text: "insert into a values ($1)", values: [1] };
  expect(asOneStatement([told])).toBe(told);
});

test("of several each has its own parameters", () => {
  const insert = (table: string, ...values: unknown[]) => ({
    text: `insert into ${table} values ($1, $2)`,
    values,
  });
  expect(
    asOneStatement([insert("a", 1, 2), insert("b", 3, 4), insert("a", 5, 6)]),
  ).toEqual({
    text: "with part_0 as (insert into a values ($1, $2)), part_1 as (insert into b values ($3, $4)) insert into a values ($5, $6)",
    values: [1, 2, 3, 4, 5, 6],
  });
});
