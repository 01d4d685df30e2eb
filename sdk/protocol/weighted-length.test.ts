import { expect, test } from "vitest";
import { weightedLength } from "./weighted-length.ts";

test("Latin weighs one, Japanese and emoji two", () => {
  expect(weightedLength("PR")).toBe(2);
  expect(weightedLength("友だち")).toBe(6);
  expect(weightedLength("👉")).toBe(2);
  expect(weightedLength("“don’t”")).toBe(7);
});

test("the published vector weighs 93 with its link as 23", () => {
  const text =
    "友だち紹介プログラム参加中(紹介特典あり)\n初回3%還元はこちらから👉  #PR";
  expect(weightedLength(text) + 23).toBe(93);
});

test("joined emoji are never counted for less than X does", () => {
  expect(weightedLength("👨‍👩‍👧‍👦")).toBeGreaterThanOrEqual(2);
});
