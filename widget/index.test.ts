import { expect, test } from "vitest";

test("a server may import the elements, and nothing happens", async () => {
  expect(typeof document).toBe("undefined");
  expect(Object.keys(await import("./index.ts"))).toEqual([]);
});

test("a page's own code knows what its elements are", () => {
  // Checked by the compiler: a tag without a type would be an HTMLElement, which has no surface.
  const surfaceOf = (page: Document) =>
    page.querySelector("enishi-share")?.surface;
  expect(surfaceOf).toBeTypeOf("function");
});
