import { afterEach, expect, test, vi } from "vitest";
import { readArrivals } from "../sdk/tracker/arrival.ts";
import { appAround } from "./in-app-browser.ts";
import { addressToGoOn, wayOut } from "./way-out.ts";

const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const android =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";
const nothing = { hasHooks: false, isWebView: false };

test.each([
  ["LINE", `${iPhone} Mobile/15E148 Safari Line/15.8.0`],
  ["LINE", `${android} Line/15.8.0/IAB`],
  [
    "Instagram",
    `${iPhone} Mobile/15E148 Instagram 380.0.0.28.104 (iPhone15,3; iOS 18_5)`,
  ],
  [
    "Facebook",
    `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/510.0.0.40.109;FBBV/1]`,
  ],
  ["Facebook", `${android} [FB_IAB/FB4A;FBAV/510.0.0.40.109;]`],
  ["X", `${iPhone} Mobile/15E148 Twitter for iPhone/10.90`],
  [
    "TikTok",
    `${iPhone} Mobile/15E148 musical_ly_39.5.0 JsSdk/2.0 BytedanceWebview/d8a21c6`,
  ],
  ["KakaoTalk", `${android};KAKAOTALK 2510800`],
  ["WeChat", `${iPhone} Mobile/15E148 MicroMessenger/8.0.60`],
])("%s is known by what it calls itself", (app, userAgent) => {
  expect(appAround({ ...nothing, userAgent })).toBe(app);
});

test("an app without a name that we know is told by what its browser is", () => {
  const unnamed = android.replace("; wv", "");
  expect(
    appAround({ userAgent: unnamed, hasHooks: false, isWebView: true }),
  ).toBe("");
  expect(
    appAround({
      userAgent: `${iPhone} Mobile/15E148`,
      hasHooks: true,
      isWebView: false,
    }),
  ).toBe("");
});

test("where no feature speaks, Android's own word for a web view does", () => {
  expect(appAround({ ...nothing, userAgent: android })).toBe("");
});

test.each([
  ["Safari", `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`, false],
  [
    "Chrome on an iPhone",
    `${iPhone} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`,
    true,
  ],
  ["Chrome", android.replace("; wv", ""), false],
])("%s is a browser", (_, userAgent, hasHooks) => {
  expect(appAround({ userAgent, hasHooks, isWebView: false })).toBeUndefined();
});

test("the address to go on with has the code once, and the rest as it was", () => {
  const at = (href: string) => new URL(href) as unknown as Location;
  expect(
    addressToGoOn("7K9M2QXB", at("https://shop.example/tea?a=%20b&c#top")),
  ).toBe("https://shop.example/tea?a=%20b&c&via=7K9M2QXB#top");
  expect(addressToGoOn("7K9M2QXB", at("https://shop.example/tea"))).toBe(
    "https://shop.example/tea?via=7K9M2QXB",
  );
  const kept =
    "https://shop.example/?x=1&via=7K9M2QXB&ec=0mi8x1c2d_abcdefghijk";
  expect(addressToGoOn("7K9M2QXB", at(kept))).toBe(kept);
});

test("a route in the fragment goes along, and somebody else's via is not taken for ours", () => {
  const at = (href: string) => new URL(href) as unknown as Location;
  const addresses = {
    "https://shop.example/#/thanks?x=1":
      "https://shop.example/?via=7K9M2QXB#/thanks?x=1",
    "https://shop.example/?#/thanks":
      "https://shop.example/?via=7K9M2QXB#/thanks",
    "https://shop.example/?via=email_blast":
      "https://shop.example/?via=email_blast&via=7K9M2QXB",
    "https://shop.example/?via=7k9m-2qxb#/tea":
      "https://shop.example/?via=7k9m-2qxb#/tea",
    "https://shop.example/#via=7K9M2QXB":
      "https://shop.example/?via=7K9M2QXB#via=7K9M2QXB",
  };
  for (const [address, onward] of Object.entries(addresses)) {
    expect(addressToGoOn("7K9M2QXB", at(address))).toBe(onward);
    // What the page there reads.
    const { search, hash } = new URL(onward);
    expect(readArrivals(search + hash)[0]?.code).toBe("7K9M2QXB");
  }
});

afterEach(() => vi.unstubAllGlobals());

test("the click goes along, whichever of cookie and storage has it", () => {
  const click = "0mi8x1c2d_abcdefghijk";
  const kept = `1.visitor.7K9M2QXB~mi8x1c2d~${click}.`;
  const { href, search } = new URL("https://shop.example/tea");
  const places: [object, object][] = [
    [{ cookie: `a=1; _enishi=${kept}` }, {}],
    [{ cookie: "" }, { _enishi: kept }],
  ];
  for (const [document, localStorage] of places) {
    vi.stubGlobal("document", document);
    vi.stubGlobal("localStorage", localStorage);
    const at = { href, search } as Location;
    expect(addressToGoOn("7K9M2QXB", at)).toBe(
      `${href}?via=7K9M2QXB&ec=${click}`,
    );
    expect(addressToGoOn("BCDF2345", at)).toBe(`${href}?via=BCDF2345`);
  }
});

/** As Android reads one: `Intent.parseUri` takes all before the last `#` for the address. */
function opened(intent = ""): string {
  const end = intent.lastIndexOf("#");
  const scheme = /;scheme=(\w+);/.exec(intent.slice(end))?.[1];
  return intent.slice(0, end).replace(/^intent/, scheme ?? "");
}

test("the links that lead out keep the route", () => {
  const address = "https://shop.example/?via=7K9M2QXB#/thanks?x=1";
  const userAgent = android;
  expect(wayOut("LINE", address, { userAgent } as Navigator)).toBe(
    "https://shop.example/?via=7K9M2QXB&openExternalBrowser=1#/thanks?x=1",
  );
  const way = wayOut("Instagram", address, { userAgent } as Navigator);
  expect(opened(way)).toBe(address);
  expect(way).toContain(`url=${encodeURIComponent(address)};end`);
});

test("LINE and Android have a link that leads out, the others have none", () => {
  const address = "https://shop.example/?via=7K9M2QXB";
  expect(wayOut("LINE", address, { userAgent: android } as Navigator)).toBe(
    `${address}&openExternalBrowser=1`,
  );
  const way = wayOut("Instagram", address, { userAgent: android } as Navigator);
  expect(way).toMatch(
    /^intent:\/\/shop\.example\/\?via=7K9M2QXB#Intent;scheme=https;/,
  );
  expect(way).toContain(
    `browser_fallback_url=${encodeURIComponent(address)};end`,
  );
  expect(
    wayOut("Instagram", address, { userAgent: iPhone } as Navigator),
  ).toBeUndefined();
});
