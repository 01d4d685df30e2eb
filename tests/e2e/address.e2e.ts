import { afterAll, beforeAll, expect, test } from "vitest";
import { call, openSituation } from "./situation.ts";
import { openWorld, shopUrl, type World } from "./world.ts";

let world: World;
const { code, visit, untilClicked } = openSituation(() => world);

beforeAll(async () => {
  world = await openWorld({ shop: { home: "plain.html" } });
});
afterAll(() => world?.close());

test("the shop's own parameters stay in the address, whatever they are called", async () => {
  const via = await code();
  const { page } = await visit("plain.html", {
    search: `?openTab=reviews&ec=7&via=${via}&openid=1#open-x`,
  });
  await untilClicked(via);
  await expect
    .poll(() => page.url())
    .toBe(`${shopUrl}/plain.html?openTab=reviews&ec=7&openid=1#open-x`);
});

test("a code leaves the address by whichever name it came, in query or fragment", async () => {
  for (const [file, before, after] of [
    ["plain.html", "?ref=", ""],
    ["other-names.html", "?x=1&friend=", "?x=1"],
    ["other-names.html", "#/tea?from=", "#/tea"],
  ] as const) {
    const via = await code();
    const { page } = await visit(file, { search: before + via });
    await untilClicked(via);
    await expect.poll(() => page.url()).toBe(`${shopUrl}/${file}${after}`);
  }
});

test("another campaign's via is no code: nothing is kept, and the address stays", async () => {
  const { page } = await visit("plain.html", { search: "?via=email_blast" });
  await call(page, "context");
  expect(await page.context().cookies()).toEqual([]);
  expect(page.url()).toContain("?via=email_blast");
});
