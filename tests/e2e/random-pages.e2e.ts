import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { isLongRun, seedOfRun } from "../long-run.ts";
import { tellProgress } from "../tell-progress.ts";
import { hostPages } from "./random-host-page.ts";
import { openReader } from "./read-host-page.ts";
import { collectorUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

/** `ENISHI_PAGES=300` for as many as somebody likes to wait for. */
const runs = Number(process.env.ENISHI_PAGES ?? (isLongRun ? 2_000 : 200));
/** As long as nothing is asked for, all is done that is done at once. */
const stillMs = isLongRun ? 1_000 : 100;
/** A browser keeps something of every page it has shown. */
const pagesOfOneDevice = 100;

const world = worldOfTests();

test(`on ${runs} random host pages no exception reaches the page, and no global but enishi appears`, {
  timeout: isLongRun ? 7_200_000 : 600_000,
}, async () => {
  const seed = seedOfRun ?? (isLongRun ? Date.now() : 20_261_121);
  const pages = hostPages({
    collector: collectorUrl,
    site: keys.site,
    code: (await world.api.putMember("member")).code,
    stub: readFileSync("dist/browser/stub.js", "utf8").trim(),
  });
  const waiting = fc.sample(pages, { numRuns: runs, seed });
  const bad: unknown[] = [];
  let withUs = 0;
  const shown = tellProgress(runs, "pages");
  // Pages wait more than they work: several at once, each in a browser of its own.
  const readers = Array.from({ length: 8 }, async () => {
    while (waiting.length) {
      const reader = await openReader(world, stillMs);
      for (let n = 0; n < pagesOfOneDevice; n++) {
        const host = waiting.pop();
        if (!host) break;
        const seen = await reader.read(host);
        shown();
        if (/tracker$/.test(seen)) withUs += 1;
        if (!/^(enishi)?\|\|(tracker)?$/.test(seen))
          bad.push({ seen, seed, ...host });
      }
      await reader.close();
    }
  });
  await Promise.all(readers);
  expect(bad).toEqual([]);
  // What never started has harmed nobody, and shown nothing.
  expect(withUs).toBeGreaterThan(runs * 0.8);
});
