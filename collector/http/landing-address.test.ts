import fc from "fast-check";
import { expect, test } from "vitest";
import { landingAddress } from "./landing-address.ts";

const shop = {
  landingUrl: "https://shop.example/welcome?lang=ja",
  origins: ["https://shop.example", "https://www.shop.example"],
  code: "7K9M2QXB",
  click: "0mh0000000000000000aa",
};
const go = (to?: string) => landingAddress({ ...shop, to });

test("a link lands with its code and its click, and keeps the page's own query", () => {
  expect(go()).toBe(
    "https://shop.example/welcome?lang=ja&via=7K9M2QXB&ec=0mh0000000000000000aa",
  );
  expect(go("/item?a=%20b#top")).toBe(
    "https://shop.example/item?a=%20b&via=7K9M2QXB&ec=0mh0000000000000000aa#top",
  );
  expect(go("https://www.shop.example/x")).toContain(
    "https://www.shop.example/x?via=",
  );
});

test("an unknown code lands without one, and a code in the target is replaced", () => {
  expect(
    landingAddress({ ...shop, to: undefined, code: null, click: null }),
  ).toBe(shop.landingUrl);
  expect(go("/x?via=OTHER&ec=1&b=2")).toBe(
    "https://shop.example/x?b=2&via=7K9M2QXB&ec=0mh0000000000000000aa",
  );
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "https:evil.example//x",
  "https://evil.example",
  "https://shop.example@evil.example/",
  "https://shop.example.evil.example/",
  "http://shop.example/",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "blob:https://shop.example/x",
  "https://[",
])("%j does not lead out of the shop", (to) => {
  const url = new URL(go(to));
  expect(url.origin).toBe("https://shop.example");
  expect(url.protocol).toBe("https:");
});

test("whatever is asked for, the answer stays on an allowed origin", () => {
  const piece = fc.constantFrom(
    ..."/\\:@?#.%\t\n 5c2fF".split(""),
    "//",
    "https:",
    "javascript:",
    "evil.example",
    "shop.example",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join("")),
      ),
      (to) => shop.origins.includes(new URL(go(to)).origin),
    ),
    { numRuns: 2_000 },
  );
});
