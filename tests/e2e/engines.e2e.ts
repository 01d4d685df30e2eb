import { afterEach, describe, expect, test } from "vitest";
import { isLongRun } from "../long-run.ts";
import { coverage, engines } from "./engines.ts";
import { faults, onceEach } from "./network-faults.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

process.stderr.write(`${coverage(engines)}\n`);

test("a run says which engines it covered, and how to have the others", () => {
  const of = [
    { name: "chromium", path: "/usr/bin/chromium" },
    { name: "firefox", path: null },
    { name: "webkit", path: null },
  ];
  expect(coverage(of)).toBe(
    "Browser engines covered: chromium. Not tried: firefox, webkit (npx playwright install firefox webkit).",
  );
  expect(coverage(of.slice(0, 1))).toBe("Browser engines covered: chromium.");
});

/** Where a browser's own ways matter; CDP, which the rest needs, is Chromium's alone. */
const keptByOthers = [
  ...["old-libraries", "frozen-globals", "storage-denied"],
  ...["script-twice", "script-deferred", "script-as-module", "script-late"],
  ...["strict-csp", "trusted-types", "integrity", "granted-without-connect"],
  ...["granted", "keepalive-refused", "welcome", "debug"],
];

/** Firefox's WebDriver BiDi tells what a policy has refused as if the page had thrown it. */
const isThrown = (problem: string) =>
  !problem.startsWith("The page’s settings blocked");

describe.for(engines)("in $name", (engine) => {
  // Of Chromium all other tests are.
  const isWhole = engine.name !== "chromium" || isLongRun;
  if (!engine.path) {
    test.skip("nothing was tried: it is not to be had here");
    return;
  }
  const { world, code, visit, clicks, untilClicked, untilOrdered } =
    openSituation({ engine });
  afterEach(() => world.door.disturb(new URL(collectorUrl).host));

  test.for(isWhole ? ["plain", ...keptByOthers] : ["plain"])(
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
      expect(problems.filter(isThrown)).toEqual([]);
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

  if (!isWhole) return;

  test.for(["patched-globals", "csp-without-connect"])(
    "on %s.html, which lets nothing be asked for, click and order arrive all the same",
    async (name) => {
      const via = await code();
      const order = newOrder();
      const { page, problems } = await visit(`${name}.html`, { code: via });
      await buy(page, order);
      await untilOrdered(order, via);
      expect(problems.filter(isThrown)).toEqual([]);
    },
  );

  test("a code in the fragment is kept, and leaves the address", async () => {
    const via = await code();
    const { page } = await visit("plain.html", { search: `#via=${via}` });
    await untilClicked(via);
    await expect.poll(() => page.url()).toBe(`${shopUrl}/plain.html`);
  });

  test("nothing is kept before consent, and all after it", async () => {
    const via = await code();
    const { page } = await visit("consent-required.html", { code: via });
    await call(page, "context");
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate("localStorage.length")).toBe(0);
    await call(page, "consent", "granted");
    await untilClicked(via);
    expect(await page.context().cookies()).toMatchObject([{ name: "_enishi" }]);
    await call(page, "forget");
    expect(await page.context().cookies()).toEqual([]);
  });

  test("a page that the back button brings back counts no second click, and its order is credited", async () => {
    const via = await code();
    const order = newOrder();
    const { page, problems } = await visit("plain.html", { code: via });
    await untilClicked(via);
    await page.goto(`${shopUrl}/no-widget.html`);
    // Playwright's own goBack waits for a load, and a page that was kept is not loaded.
    await page.evaluate("void setTimeout(() => history.back())");
    const path = () => page.evaluate("location.pathname").catch(String);
    await expect.poll(path).toBe("/plain.html");
    await buy(page, order);
    await untilOrdered(order, via);
    expect(clicks(via)).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test.for(Object.entries(faults))(
    "an order that %s is stored once",
    async ([, fault]) => {
      const via = await code();
      const order = newOrder();
      const { page, problems } = await visit("granted.html", { code: via });
      await untilClicked(via);
      const first = onceEach([order], [fault]);
      world.door.disturb(new URL(collectorUrl).host, first.fault);
      await buy(page, order);
      await untilOrdered(order, via);
      expect(first.met).toHaveLength(1);
      expect(problems).toEqual([]);
    },
  );

  test("in a sandboxed frame with its origin an order arrives as ever, without one by the pixel", async () => {
    const { page, problems } = await visit("sandboxed.html");
    for (const name of ["same-origin", "opaque"]) {
      const order = newOrder();
      const frame = () => page.frame({ name });
      await expect
        .poll(() => frame()?.evaluate("typeof enishi").catch(String))
        .toBe("function");
      await buy(frame() ?? page, order);
      await untilOrdered(order, null);
    }
    expect(problems).toEqual([]);
  });
});
