import { afterEach, beforeEach, expect, test } from "vitest";
import { createEnishi } from "./index.ts";
import { newVisitor } from "./test-visit.ts";

beforeEach(newVisitor);
afterEach(newVisitor);

test("a page has one tracker, however often one is created", () => {
  const options = {
    site: "pk_test",
    collector: "https://ref.shop.example/",
    consent: "granted",
  } as const;
  expect(createEnishi(options)).toBe(createEnishi(options));
});
