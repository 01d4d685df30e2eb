import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { type HostPage, hostPages } from "./random-host-page.ts";
import { collectorUrl, openWorld, shopUrl, type World } from "./world.ts";

const isLong = process.env.ENISHI_TORTURE === "1";
/** `ENISHI_PAGES=300` for as many as somebody likes to wait for. */
const runs = Number(process.env.ENISHI_PAGES ?? (isLong ? 2_000 : 200));
/** A page that hangs hangs every time; a busy machine does not. */
const tries = 3;
/** A browser keeps something of every page it has shown. */
const pagesOfOneDevice = 100;

let world: World;

beforeAll(async () => {
  world = await openWorld({ shop: { home: "plain.html" } });
});
afterAll(() => world?.close());

test(`on ${runs} random host pages no exception reaches the page, and no global but enishi appears`, {
  timeout: isLong ? 7_200_000 : 600_000,
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
    while (waiting.length) {
      const reader = await openReader();
      for (let n = 0; n < pagesOfOneDevice; n++) {
        const host = waiting.pop();
        if (!host) break;
        const seen = await reader.read(host);
        if (!/^(enishi)?\|$/.test(seen)) bad.push({ seen, seed, ...host });
      }
      await reader.close();
    }
  });
  await Promise.all(readers);
  expect(bad).toEqual([]);
});

async function openReader() {
  let page = await openPage();
  let html = "";

  async function openPage(): Promise<Page> {
    const opened = await world.device();
    opened.setDefaultTimeout(60_000);
    await opened.route(
      ({ origin, pathname }) => origin === shopUrl && pathname === "/host",
      (route) => route.fulfill({ contentType: "text/html", body: html }),
    );
    return opened;
  }

  async function readOnce({ address }: HostPage): Promise<string> {
    // Another document, even where only the fragment differs.
    await page.goto("about:blank");
    await page.goto(`${shopUrl}/host${address}`);
    const seen = page.locator("html[data-seen]");
    return (await seen.getAttribute("data-seen")) ?? "";
  }

  return {
    /** What the page saw: globals that appeared, and problems. */
    async read(host: HostPage): Promise<string> {
      ({ html } = host);
      let failure: unknown;
      for (let n = 0; n < tries; n++) {
        try {
          return await readOnce(host);
        } catch (error) {
          failure = error;
          await page.context().close();
          page = await openPage();
        }
      }
      return String(failure);
    },
    close: () => page.context().close(),
  };
}
