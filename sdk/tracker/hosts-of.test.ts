import { expect, test } from "vitest";
import { hostsOf } from "./hosts-of.ts";

test.each([
  "other.test",
  "https://other.test",
  "https://other.test/",
  "http://other.test:9443",
  "//other.test",
  "other.test/",
  "other.test:9443",
  "https://other.test/shop//x",
  "OTHER.test",
])("%s names the host", (written) => {
  expect(hostsOf(written)).toEqual(["other.test"]);
});

test.each([
  "a.test,b.test",
  "a.test b.test",
  "a.test;b.test",
  "a.test、b.test",
  " a.test , b.test ",
])("%s are two", (written) => {
  expect(hostsOf(written)).toEqual(["a.test", "b.test"]);
});

test("what no browser reads as a host stays as it was written", () => {
  expect(hostsOf("紹介.example, null, a b^c")).toEqual([
    "xn--xmqu54i.example",
    "null",
    "a",
    "b^c",
  ]);
  expect(hostsOf(undefined)).toEqual([]);
});
