import type { Page } from "playwright";
import { expect, test } from "vitest";
import { buy, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const { world, code, untilClicked, untilOrdered } = openSituation({
  shop: { home: "welcome.html" },
});

const android =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";
const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";

/** What the five say of themselves; an app nobody knows says nothing. */
const systems = [
  {
    system: "Android",
    base: android,
    feature: `Object.defineProperty(navigator, "userAgentData", { value: { brands: [{ brand: "Android WebView", version: "140" }] } })`,
    apps: {
      LINE: "Line/15.8.0/IAB",
      Instagram: "Instagram 380.0.0.28.104 Android",
      Facebook: "[FB_IAB/FB4A;FBAV/510.0.0.40.109;]",
      X: "TwitterAndroid",
      TikTok: "trill_390503 BytedanceWebview/d8a21c6",
      "": "",
    },
  },
  {
    system: "an iPhone",
    base: iPhone,
    feature: "window.webkit = { messageHandlers: {} }",
    apps: {
      LINE: "Safari Line/15.8.0",
      Instagram: "Instagram 380.0.0.28.104 (iPhone15,3; iOS 18_5)",
      Facebook: "[FBAN/FBIOS;FBAV/510.0.0.40.109;FBBV/1]",
      X: "Twitter for iPhone/10.90",
      TikTok: "musical_ly_39.5.0 JsSdk/2.0 BytedanceWebview/d8a21c6",
      "": "",
    },
  },
];

test.for(systems)(
  "on $system every app's own browser shows the code and a way out, and the referral goes on in the friend's own",
  async ({ system, base, feature, apps }) => {
    const jump = async ([app, words]: [app: string, words: string]) => {
      const via = await code();
      const inside = await world.device({
        userAgent: `${base} ${words}`.trim(),
      });
      await inside.addInitScript(feature);
      await inside.addInitScript(ownClipboard);
      await inside.goto(`${shopUrl}/?via=${via}`);
      const said = `You are inside ${app ? `the ${app} app` : "an app"}.`;
      await inside.getByText(said).waitFor();
      expect(await inside.getByText(via, { exact: true }).count()).toBe(1);
      const link = inside.getByRole("link", { name: "Open in my browser" });
      const menu = inside.getByText("Choose “Open in browser”");
      const hasLink = system === "Android" || app === "LINE";
      expect([await link.count(), await menu.count()]).toEqual(
        hasLink ? [1, 0] : [0, 1],
      );
      const way = hasLink ? await link.getAttribute("href") : copied(inside);
      await buyOutside(addressBehind(`${await way}`), via);
      // What the app's menu hands over.
      await buyOutside(inside.url(), via);
      await inside.context().close();
    };
    const waiting = Object.entries(apps);
    const phones = Array.from({ length: 3 }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await jump(next);
      }
    });
    await Promise.all(phones);
  },
);

async function buyOutside(address: string, via: string): Promise<void> {
  const outside = await world.device();
  await outside.goto(address);
  const order = newOrder();
  await buy(outside, order);
  await untilOrdered(order, via);
  await outside.context().close();
}

async function copied(page: Page): Promise<unknown> {
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  return page.evaluate("document.copied");
}

/** A machine has one, and these are many phones. */
const ownClipboard =
  "navigator.clipboard.writeText = async (text) => { document.copied = text; }";

/** What Android opens for an intent. */
function addressBehind(way: string): string {
  return way.replace(/^intent:(.*)#Intent;scheme=(\w+);.*$/, "$2:$1");
}

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

  expect(await look(inLine)).toMatchObject({
    gap: expect.closeTo(10, 0),
    codeSize: 22.75,
    isOpenFirst: true,
  });

  const outside = await world.device();
  await outside.goto(address);
  await expect.poll(() => outside.url()).toBe(`${shopUrl}/`);
  const order = newOrder();
  await buy(outside, order);
  await untilOrdered(order, via);
  // The friend has two browsers.
  await untilClicked(via, 2);
});

/** Room above the buttons, a code to write down, and one button that stands out. */
function look(page: Page): Promise<unknown> {
  return page.locator("[part=in-app]").evaluate((help) => {
    const root = help.getRootNode() as ShadowRoot;
    const [text, buttons] = [...help.children].slice(-2);
    const paint = (part: string) =>
      getComputedStyle(root.querySelector(`[part=${part}]`) as Element)
        .backgroundColor;
    const code = root.querySelector(".inline-code") as Element;
    return {
      gap:
        (buttons?.getBoundingClientRect().top ?? 0) -
        (text?.getBoundingClientRect().bottom ?? 0),
      codeSize: parseFloat(getComputedStyle(code).fontSize),
      isOpenFirst:
        paint("in-app-button") !== paint("root") &&
        paint("in-app-copy-button") !== paint("in-app-button"),
    };
  });
}

test("in a browser nothing of it is loaded or shown", async () => {
  const via = await code();
  const page = await world.device();
  await page.goto(`${shopUrl}/?via=${via}`);
  await page.getByText(via, { exact: true }).waitFor();
  expect(await page.locator("[part=in-app]").count()).toBe(0);
});
