import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coverage, engines } from "./engines.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { openWorld, shopUrl, type World } from "./world.ts";

process.stderr.write(`${coverage(engines)}\n`);

test("a run says which engines it covered, and how to have the others", () => {
  const of = [
    { name: "chromium", path: "/usr/bin/chromium" },
    { name: "firefox", path: null },
    { name: "webkit", path: null },
  ];
  expect(coverage(of)).toBe(
    "Browser engines covered: chromium. Not installed here: firefox, webkit (npx playwright install firefox webkit).",
  );
  expect(coverage(of.slice(0, 1))).toBe("Browser engines covered: chromium.");
});

describe.for(engines)("in $name", (engine) => {
  if (!engine.path) {
    test.skip("nothing was tried: it is not installed here");
    return;
  }
  let world: World;
  const { code, visit, clicks, untilClicked, untilOrdered } = openSituation(
    () => world,
  );
  beforeAll(async () => {
    world = await openWorld({ shop: { home: "plain.html" }, engine });
  });
  afterAll(() => world?.close());

  // All other tests are Chromium's.
  const others = ["storage-denied", "frozen-globals", "strict-csp"];
  test.for(["plain", ...(engine.name === "chromium" ? [] : others)])(
    "on %s.html a click is kept, and an order on a later page credited",
    async (name) => {
      const via = await code();
      const order = newOrder();
      const { page, problems } = await visit(`${name}.html`, { code: via });
      const [click] = await untilClicked(via);
      expect(click?.visitor).toBeTruthy();
      await page.goto(`${shopUrl}/${name}.html`);
      await buy(page, order);
      await untilOrdered(order, via);
      expect(clicks(via)).toHaveLength(1);
      expect(problems).toEqual([]);
    },
  );

  test("a page that is left right after the call loses nothing, and its widget shows", async () => {
    const via = await code();
    const order = newOrder();
    const { page } = await visit("plain.html", { code: via });
    await untilClicked(via);
    await page.evaluate(
      `void enishi("sale", { orderId: "${order}", amountMinor: 1000, currency: "JPY" }); location.href = "/four-widgets.html"`,
    );
    await untilOrdered(order, via);
    const share = page.locator("enishi-share").first();
    await share.getByRole("button").first().waitFor();
  });
});
