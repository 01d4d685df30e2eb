import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../collector-process.ts";
import { noteShifts, shiftOf } from "../layout-shift.ts";
import { signToken } from "../site-api.ts";
import { signInOwner } from "./sign-in-owner.ts";
import { collectorUrl, shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const folder = temporaryFolder();
const world = worldOfTests({ shop: { home: "pasted.html", folder } });
let snippet: string;

beforeAll(async () => {
  const page = await world.device();
  await signInOwner(page);
  await page.goto(`${collectorUrl}/owner/install`);
  snippet = (await page.locator("main code").first().textContent()) ?? "";
  expect(snippet).toContain("data-site=");
});

const widths = [375, 1280];

test.each(widths)(
  "at a width of %i nothing moves when a stranger's screen comes",
  async (width) => {
    const page = await open({ width, body: "" });
    await page.locator("enishi-share [part=join]").waitFor();
    expect(await shiftAtRest(page)).toBe(0);
  },
);

test.each(widths)(
  "at a width of %i nothing moves when a member's screen comes",
  async (width) => {
    const token = await signToken("member", { sub: `pasted-${width}` });
    const body = `<script>addEventListener("load", () => enishi("identify", ${JSON.stringify({ token })}))</script>`;
    const page = await open({ width, body });
    await page.locator("enishi-share [part=share-buttons]").waitFor();
    expect(await shiftAtRest(page)).toBe(0);
  },
);

test("while the page loads nothing but the script is asked for, and a picture that never comes holds no screen up for long", async () => {
  const page = await world.device();
  const { asked, answer } = await holdPicture(page);
  serve(`<img src="/slow.png" alt="">`);
  await page.goto(`${shopUrl}/pasted.html`, { waitUntil: "commit" });
  await page.waitForFunction(() => Symbol.for("enishi") in document);
  const before = [...asked];
  await page.locator("enishi-share [part=join]").waitFor();
  expect(await page.evaluate("document.readyState")).toBe("interactive");
  answer();
  expect(before).toEqual(["/enishi.js"]);
});

test.each(["load", "leave"])(
  "a friend's arrival is kept at once, and counted once the page has loaded or is left: %s",
  async (then) => {
    const { code } = await world.api.putMember(`held-${then}`);
    const page = await world.device();
    // No patience ends by itself.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const { asked, answer } = await holdPicture(page);
    serve(`<img src="/slow.png" alt="">`);
    await page.goto(`${shopUrl}/pasted.html?via=${code}`, {
      waitUntil: "commit",
    });
    await expect
      .poll(() => page.context().cookies())
      .toMatchObject([{ value: expect.stringContaining(code) }]);
    expect(asked).toEqual(["/enishi.js"]);
    const clicks = () =>
      world.stored("select id from clicks where code = ?", code);
    expect(clicks()).toEqual([]);
    if (then === "leave") await page.goto("about:blank");
    answer();
    await page.clock.resume();
    await expect.poll(clicks, { timeout: 15_000 }).toHaveLength(1);
  },
);

test("with the collector out of reach but for the script, whoever comes by a referral is kept at once, and counted by a later page", async () => {
  const { code } = await world.api.putMember("pasted");
  const page = await world.device();
  world.door.disturb("ref.enishi.test", async (pass, { path }) =>
    path === "/enishi.js" ? pass() : null,
  );
  serve("");
  await page.goto(`${shopUrl}/pasted.html?via=${code}`);
  await expect
    .poll(() => page.context().cookies())
    .toMatchObject([{ name: "_enishi", value: expect.stringContaining(code) }]);
  await page.goto("about:blank");
  world.door.disturb("ref.enishi.test");
  await page.goto(`${shopUrl}/pasted.html`);
  await expect
    .poll(() => world.stored("select id from clicks where code = ?", code), {
      timeout: 15_000,
    })
    .toHaveLength(1);
});

/** Holds the page's picture back, and notes what is asked of the collector. */
async function holdPicture(page: Page) {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { host, pathname } = new URL(request.url());
    if (host === new URL(collectorUrl).host) asked.push(pathname);
  });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/slow.png", async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  return { asked, answer };
}

async function open({
  width,
  body,
}: {
  width: number;
  body: string;
}): Promise<Page> {
  const page = await world.device({ viewport: { width, height: 800 } });
  await noteShifts(page);
  serve(body);
  await page.goto(`${shopUrl}/pasted.html`);
  return page;
}

/** The pasted lines, the screen at the top of what is seen and words below it. */
function serve(body: string): void {
  const lines = "<p>You may also like this tea.</p>".repeat(40);
  writeFileSync(
    join(folder, "pasted.html"),
    `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Thanks</title><link rel="icon" href="data:,"><h1>Thank you</h1>${snippet}${lines}${body}</html>`,
  );
}

async function shiftAtRest(page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  return shiftOf(page);
}
