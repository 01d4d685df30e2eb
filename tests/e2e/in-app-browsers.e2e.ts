import { afterAll, beforeAll, expect, test } from "vitest";
import { buy, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, openWorld, shopUrl, type World } from "./world.ts";

let world: World;
const { code, untilClicked, untilOrdered } = openSituation(() => world);

beforeAll(async () => {
  world = await openWorld({ shop: { home: "welcome.html" } });
});
afterAll(() => world?.close());

const android =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";

test("from LINE's own browser the referral goes on into the friend's, by a link that LINE knows", async () => {
  const via = await code();
  const inLine = await world.device({
    userAgent: `${android} Line/15.8.0/IAB`,
    locale: "ja-JP",
  });
  await inLine.goto(`${collectorUrl}/r/${via}?channel=line`);
  await untilClicked(via);
  const button = inLine.getByRole("link", { name: "ブラウザで開く" });
  const address = (await button.getAttribute("href")) ?? "";
  expect(address).toContain("openExternalBrowser=1");
  expect(await inLine.getByText("LINEアプリの中で").count()).toBe(1);
  expect(await inLine.getByText(via, { exact: true }).count()).toBe(1);

  const outside = await world.device();
  await outside.goto(address);
  await expect.poll(() => outside.url()).toBe(`${shopUrl}/`);
  const order = newOrder();
  await buy(outside, order);
  await untilOrdered(order, via);
  // The friend has two browsers.
  await untilClicked(via, 2);
});

test("on Android an app is asked to hand the page over, and a copied link does the same", async () => {
  const via = await code();
  const inside = await world.device({
    userAgent: `${android} Instagram 380.0.0.28.104 Android`,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await inside.goto(`${shopUrl}/?via=${via}`);
  await untilClicked(via);
  const button = inside.getByRole("link", { name: "Open in my browser" });
  expect(await button.getAttribute("href")).toMatch(
    new RegExp(`^intent://shop\\.test/\\?via=${via}.*#Intent;scheme=https;`),
  );
  await inside.getByRole("button", { name: "Copy link" }).click();
  await inside.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await inside.evaluate("navigator.clipboard.readText()");

  const outside = await world.device();
  await outside.goto(`${copied}`);
  const order = newOrder();
  await buy(outside, order);
  await untilOrdered(order, via);
  // The friend has two browsers.
  await untilClicked(via, 2);
});

test("in a browser nothing of it is loaded or shown", async () => {
  const via = await code();
  const page = await world.device();
  await page.goto(`${shopUrl}/?via=${via}`);
  await page.getByText(via, { exact: true }).waitFor();
  expect(await page.locator("[part=in-app]").count()).toBe(0);
});
