import { expect, test } from "vitest";
import { isInApp } from "./clean-address.ts";

const iPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const webView =
  "Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36";
const chrome =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";

test.each([
  `${iPhone} Mobile/15E148`,
  `${iPhone} Mobile/15E148 Safari Line/15.12.1`,
  `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1 Line/15.12.1`,
  `${iPhone} Mobile/22F76 Instagram 390.0.0.0 (iPhone15,2; iOS 18_5)`,
  `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1 [FBAN/FBIOS;FBAV/510.0.0.40.109]`,
  webView,
  `${webView} Line/15.12.1/IAB`,
  `${chrome} Line/15.12.1/IAB`,
  `${chrome} [FB_IAB/FB4A;FBAV/510.0.0.40.109;]`,
  `${chrome} TwitterAndroid`,
  `${chrome} trill_390503 BytedanceWebview/d8a21c6`,
  `${chrome};KAKAOTALK 2510800`,
  `${chrome} MicroMessenger/8.0.60`,
])("an app's menu can hand on the referral: %s", (userAgent) => {
  expect(isInApp({ userAgent })).toBe(true);
});

test("the brands tell a web view whose user agent does not", () => {
  const brands = [{ brand: "Android WebView", version: "142" }];
  expect(isInApp({ userAgent: chrome, userAgentData: { brands } })).toBe(true);
});

test.each([
  chrome,
  `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1`,
  `${iPhone} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`,
  `${iPhone} FxiOS/142.0 Mobile/15E148 Safari/605.1.15`,
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0",
])("a browser's address is cleaned: %s", (userAgent) => {
  const brands = [{ brand: "Google Chrome", version: "142" }];
  expect(isInApp({ userAgent, userAgentData: { brands } })).toBe(false);
  expect(isInApp({ userAgent })).toBe(false);
});
