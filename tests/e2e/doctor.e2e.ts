import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { doctorSearch } from "./doctor-search.ts";
import { openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
let search: string;
const { world, visit } = openSituation();

beforeAll(async () => {
  search = await doctorSearch(world);
});

const states = (page: Page) =>
  page
    .locator("li[data-check]")
    .evaluateAll((lines) =>
      Object.fromEntries(
        lines.map((line) => [
          (line as HTMLElement).dataset.check,
          (line as HTMLElement).dataset.state,
        ]),
      ),
    );

async function examined(page: Page): Promise<Record<string, string>> {
  await page.locator("li[data-check=seen]").waitFor();
  return states(page) as Promise<Record<string, string>>;
}

test("on a sound page that nobody was referred to, only what has not happened yet is open", async () => {
  const { page, problems } = await visit("plain.html", { search });
  const found = await examined(page);
  expect(found).toMatchObject({
    key: "good",
    origin: "good",
    twice: "good",
    csp: "good",
    blocker: "good",
    consent: "good",
    storage: "good",
    clock: "good",
    version: "good",
    cookie: "unknown",
    seen: "unknown",
  });
  await page.evaluate(axe);
  const faults = await page.evaluate(
    "axe.run(document.querySelector('html > div')).then(({ violations }) => violations.map(({ id }) => id))",
  );
  expect(faults).toEqual([]);
  if (process.env.ENISHI_SCREENSHOTS)
    await page.screenshot({
      path: `${process.env.ENISHI_SCREENSHOTS}/doctor.png`,
    });
  expect(problems).toEqual([]);

  await page.evaluate("enishi('track', 'looked').then(() => undefined)");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect
    .poll(() => states(page))
    .toMatchObject({ seen: "good", cookie: "good" });
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.locator("li[data-check]").count()).toBe(0);
});

test("it names the script that is there twice, and a policy that blocks the collector", async () => {
  const twice = await visit("script-twice.html", { search });
  expect(await examined(twice.page)).toMatchObject({ twice: "bad" });
  const blocked = await visit("csp-without-connect.html", { search });
  expect(await examined(blocked.page)).toMatchObject({
    csp: "bad",
    blocker: "unknown",
    key: "unknown",
  });
});

test("a blocker is told from a policy, and Japanese pages are spoken to in Japanese", async () => {
  const { page } = await visit("plain.html", {
    search,
    prepare: async (page) => {
      await page.route("**/v1/**", (route) => route.abort());
      await page.addInitScript(() =>
        document.addEventListener("readystatechange", () => {
          document.documentElement.lang = "ja";
        }),
      );
    },
  });
  expect(await examined(page)).toMatchObject({ csp: "good", blocker: "bad" });
  expect(await page.locator("h2", { hasText: "設置チェック" }).count()).toBe(1);
  if (process.env.ENISHI_SCREENSHOTS)
    await page.screenshot({
      path: `${process.env.ENISHI_SCREENSHOTS}/doctor-ja.png`,
    });
});

test("without a good key nothing of the doctor is loaded or shown", async () => {
  for (const key of ["x", `${search.split("=")[1]}x`, ""]) {
    world.door.passages.length = 0;
    const { page } = await visit("plain.html", {
      search: `?enishi-doctor=${key}`,
    });
    await page.waitForLoadState("networkidle");
    expect(await page.locator("li[data-check]").count()).toBe(0);
    const loaded = world.door.passages.map(({ path }) => path);
    expect(loaded.filter((path) => /panel/.test(path))).toEqual([]);
  }
  expect(shopUrl).toBeTruthy();
});
