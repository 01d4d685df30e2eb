import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { hostPages } from "./random-host-page.ts";
import { collectorUrl, openWorld, shopUrl, type World } from "./world.ts";

const isLong = process.env.ENISHI_TORTURE === "1";
const runs = isLong ? 5_000 : 200;

let world: World;

beforeAll(async () => {
  world = await openWorld({ shop: { home: "plain.html" } });
});
afterAll(() => world?.close());

test(`on ${runs} random host pages no exception reaches the page, and no global but enishi appears`, {
  timeout: isLong ? 3_600_000 : 300_000,
}, async () => {
  const seed = isLong ? Date.now() : 20_261_121;
  const pages = hostPages({
    collector: collectorUrl,
    site: keys.site,
    stub: readFileSync("dist/browser/stub.js", "utf8").trim(),
  });
  const waiting = fc.sample(pages, { numRuns: runs, seed });
  const bad: unknown[] = [];
  // Pages wait more than they work: several at once, each in a browser of its own.
  const readers = Array.from({ length: 8 }, async () => {
    const page = await world.device();
    let html = "";
    await page.route(
      ({ origin, pathname }) => origin === shopUrl && pathname === "/host",
      (route) => route.fulfill({ contentType: "text/html", body: html }),
    );
    for (let host = waiting.pop(); host; host = waiting.pop()) {
      html = host.html;
      // Another document, even where only the fragment differs.
      await page.goto("about:blank");
      await page.goto(`${shopUrl}/host${host.address}`);
      const seen = await page
        .locator("html[data-seen]")
        .getAttribute("data-seen")
        .catch(String);
      if (!/^(enishi)?\|$/.test(seen ?? "")) bad.push({ seen, seed, ...host });
    }
  });
  await Promise.all(readers);
  expect(bad).toEqual([]);
});
