import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { afterEach, expect, test } from "vitest";
import { signInOwner } from "./sign-in-owner.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { collectorUrl } from "./world.ts";

const { world, code, visit, untilClicked, untilOrdered } = openSituation();

afterEach(() => world.door.disturb("ref.enishi.test"));

/** Somebody between page and collector puts something else in a script's place. */
function tamper(path: RegExp): void {
  world.door.disturb("ref.enishi.test", async (pass, passage) => {
    const answer = await pass();
    if (!path.test(passage.path)) return answer;
    const {
      "content-encoding": _,
      "content-length": __,
      ...headers
    } = answer.headers;
    return { ...answer, headers, body: Buffer.from("window.tampered = true") };
  });
}
const tampered = (page: Page) => page.evaluate("window.tampered");

test("the script of a version runs by its hash, with its parts by theirs", async () => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("pinned.html", { code: via });
  await untilClicked(via);
  await buy(page, order);
  await untilOrdered(order, via);
  await page.locator("enishi-share").getByRole("button").first().waitFor();
  expect(problems).toEqual([]);
});

test("with another content the script does not run, and the page works on", async () => {
  const order = newOrder();
  tamper(/enishi-[\d.]+-\w+\.js/);
  const { page, problems } = await visit("pinned.html", { code: await code() });
  await buy(page, order);
  expect(await tampered(page)).toBeUndefined();
  expect(await world.api.conversions(order)).toEqual([]);
  expect(page.url()).toContain("via=");
  expect(problems).toEqual([]);
});

test("a part with another content does not run, and the order arrives", async () => {
  const via = await code();
  const order = newOrder();
  tamper(/enishi\/w/);
  world.door.passages.length = 0;
  const { page, problems } = await visit("pinned.html", { code: via });
  await buy(page, order);
  await untilOrdered(order, via);
  const asked = () => world.door.passages.map(({ path }) => path).join();
  await expect.poll(asked).toContain("/enishi/w");
  await page.waitForLoadState("networkidle");
  expect(await tampered(page)).toBeUndefined();
  expect(await page.locator("enishi-share").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("it may be kept for good, and the owner's page has the snippet ready", async () => {
  const { script, files } = JSON.parse(
    readFileSync("dist/browser/integrity.json", "utf8"),
  ) as { script: string; files: Record<string, string> };
  const answer = await fetch(`${world.collector.url}/${script}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const page = await world.device();
  await signInOwner(page);
  await page.goto(`${collectorUrl}/owner/install`);
  const snippets = page.locator("#pinned code");
  const [snippet, map] = await snippets.allTextContents();
  expect(snippet).toContain(
    `src="${collectorUrl}/${script}" integrity="${files[script]}" crossorigin="anonymous"`,
  );
  for (const [file, hash] of Object.entries(files)) {
    if (file === script) continue;
    expect(map).toContain(`"${collectorUrl}/${file}": "${hash}"`);
  }
});
