import { expect, test } from "vitest";
import { originOf } from "./origin-of.ts";

test("an origin is written as browsers write it", () => {
  expect(originOf("https://Shop.example/")).toBe("https://shop.example");
  expect(originOf("http://localhost:8788")).toBe("http://localhost:8788");
  expect(originOf("https://shop.example:443")).toBe("https://shop.example");
});

test("what says more than an origin, or less, is none", () => {
  for (const typed of [
    "",
    "shop.example",
    "ftp://shop.example",
    "https://shop.example/path",
    "https://shop.example/?q",
    "https://shop.example/#a",
    "https://me@shop.example",
    "https://:secret@shop.example",
    "https://",
  ])
    expect(originOf(typed)).toBeNull();
});
