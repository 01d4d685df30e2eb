import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../../tests/open-app.ts";
import { changeProgram, phone, readable } from "./hosted.fixture.ts";

let open: Awaited<ReturnType<typeof openApp>>;
let path: string;
let hanako: Awaited<ReturnType<typeof open.member>>;
beforeEach(async () => {
  open = await openApp();
  hanako = await open.member("hanako", {
    name: "山田花子",
    publicName: "花子",
  });
  path = new URL(hanako.shareUrl).pathname;
});
afterEach(() => open.close());

const hrefsIn = (text: string) =>
  [...text.matchAll(/ href="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
const see = (address = path, headers: Record<string, string> = {}) =>
  open.call("GET", address, undefined, {
    "Accept-Language": "ja",
    ...headers,
  });

/** A friend's sale, so that there is something to hide. */
const earn = () =>
  open.asServer("POST", "/v1/conversions", {
    type: "sale",
    orderId: "order-1",
    amountMinor: 123_400,
    currency: "JPY",
    customer: { id: "taro" },
    code: hanako.code,
  });

test("what every step brings is there without a script", async () => {
  const { text } = await see();
  const steps = text.split('<ul class="steps">')[1]?.split("</ul>")[0] ?? "";
  expect(steps.match(/<li>/g)).toHaveLength(2);
  expect(steps).toContain("300");
  expect(steps).toContain('<span class="whole">（上限');
});

test("link, code, channels, QR and disclosure are there without a script", async () => {
  const { status, text } = await see(path, { "User-Agent": phone });
  expect(status).toBe(200);
  expect(text).toContain('lang="ja"');
  for (const part of [
    hanako.link,
    hanako.code,
    "https://line.me/R/share?text=",
    "https://x.com/intent/tweet?text=",
    "https://www.facebook.com/sharer/sharer.php?u=",
    "mailto:?subject=",
    "sms:&amp;body=",
    "https://www.threads.com/intent/post?text=",
    "【PR】",
    'role="img" aria-label="QRコード',
  ])
    expect(text).toContain(part);
  expect((await see(path, { "Accept-Language": "en" })).text).toContain(
    'lang="en"',
  );
  expect((await see(`${path}?language=en`)).text).toContain('lang="en"');
});

test("on a desktop LINE has its own form, and no message is offered", async () => {
  const { text } = await see(path, {
    "User-Agent": "Mozilla/5.0 (X11; Linux)",
  });
  expect(text).toContain("https://social-plugins.line.me/lineit/share?url=");
  expect(text).not.toContain("sms:");
});

test("the message begins with the disclosure and what the friend gets, wherever it is sent", async () => {
  const { text } = await see();
  const words =
    "【PR】紹介特典あり（私にも特典があります）\n資料請求・登録で、300円分のギフトがもらえます。「shop.example」をよく利用しています。よかったら、こちらからどうぞ。";
  const anchors = hrefsIn(text).filter((href) =>
    /^(https:|mailto:)/.test(href),
  );
  const sent = anchors.filter((href) =>
    href.includes(encodeURIComponent(hanako.link)),
  );
  expect(sent.length).toBeGreaterThan(10);
  for (const href of sent) {
    if (/facebook|linkedin/.test(href)) continue;
    expect(decodeURIComponent(href).replaceAll("\r\n", "\n")).toContain(words);
  }
  expect(readable(text)).toContain(words.replace("\n", " "));
  expect(readable(text)).toContain(
    "お友だちとあなたに、それぞれ300円分のギフト。",
  );
});

test("the owner's channels come in the owner's order, with own ones, and no others", async () => {
  await changeProgram(open, {
    display: {
      texts: {
        channels:
          "bluesky,Story=https://story.example/?u={link},native,sms,teams,pinterest,mail",
      },
    },
  });
  const { text } = await see(path, { "User-Agent": phone });
  const channels = hrefsIn(text).flatMap(
    (href) => /channel(?:=|%3D)(\w+)/.exec(href)?.[1] ?? [],
  );
  // Nothing to pin without a picture, no Teams on a phone, no share sheet without a script.
  expect(channels).toEqual(["bluesky", "Story", "sms", "mail"]);
  expect(text).toContain("https://story.example/?u=https%3A%2F%2F");
});

test.for([
  ["ko", "[광고] 친구 추천"],
  ["zh-Hans", "【广告】好友推荐活动"],
  ["zh-Hant", "【廣告】好友推薦活動"],
  ["en", "[Ad] Referral offer"],
] as const)("the page speaks %s, message and all", async ([language, line]) => {
  for (const address of ["", "/progress"]) {
    const { text } = await see(`${path}${address}?language=${language}`);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(`locale="${language}"`);
    expect(readable(text)).not.toContain("undefined");
    expect(readable(text)).not.toMatch(/[ぁ-ん]/);
  }
  const { text } = await see(`${path}?language=${language}`);
  expect(text).toContain(encodeURIComponent(line));
});

test("who holds the link alone reads no name, and nothing that was earned, on either page", async () => {
  const { body } = await earn();
  expect(body.rewards.length).toBeGreaterThan(0);
  for (const address of [path, `${path}?reward`, `${path}/progress`]) {
    const { text } = await see(address);
    expect(readable(text)).not.toMatch(/1,?480|山田|花子/);
    expect(text).not.toContain("taro");
  }
});

test("nothing of a page is cached, indexed, framed or told to anybody", async () => {
  for (const address of [path, `${path}/progress`, "/s/forged.token"]) {
    const { headers } = await see(address);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toContain("noindex");
    const policy = headers.get("content-security-policy");
    for (const part of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});

test("after an order the page thanks and says that the step is being counted", async () => {
  expect(readable((await see(`${path}?reward`)).text)).toContain(
    "ただいま確認しています",
  );
  expect(
    readable((await see(`${path}?reward`, { "Accept-Language": "en" })).text),
  ).toContain("it is being counted now");
});

test("the owner's words, colour, logo and terms are used, the logo from the shop's own origins only", async () => {
  await changeProgram(open, {
    display: {
      brand: "花と<暮らし>",
      logoUrl: "https://shop.example/logo.svg",
      termsUrl: "https://shop.example/terms",
      accent: "#2255aa",
      texts: {
        share_title: "花を贈りませんか",
        share_text: "ここの花が好きです。",
        disclosure: "【広告】紹介料があります",
      },
    },
  });
  const { text, headers } = await see();
  for (const part of [
    'alt="花と&lt;暮らし&gt;"',
    "花を贈りませんか",
    "【広告】紹介料があります",
    encodeURIComponent("【広告】紹介料があります\nここの花が好きです。"),
    "https://shop.example/terms",
    "--accent:#2255aa",
  ])
    expect(text).toContain(part);
  expect(headers.get("content-security-policy")).toContain(
    "img-src 'self' data: blob: https://shop.example;",
  );
  await changeProgram(open, {
    display: { logoUrl: "https://cdn.example/logo.svg" },
  });
  const elsewhere = await see();
  expect(elsewhere.text).not.toContain('src="https://cdn.example');
  expect(elsewhere.headers.get("content-security-policy")).not.toContain(
    "cdn.example",
  );
});

test("an owner's text cannot end the page's data or run", async () => {
  await changeProgram(open, {
    display: { brand: "</script><script>alert(1)</script>" },
  });
  const { text } = await see();
  expect(text).not.toContain("<script>alert");
});

test.for([
  ["paused", "ja", "ただいまお休み中です"],
  ["paused", "en", "Referrals are taking a break"],
  ["ended", "ja", "友だち紹介は終了しました"],
  ["ended", "en", "This referral programme has ended"],
] as const)(
  "a programme that is %s says so kindly in %s and offers nothing to share",
  async ([state, language, words]) => {
    await changeProgram(open, { state });
    const { status, text } = await see(`${path}?language=${language}`);
    expect(status).toBe(200);
    expect(readable(text)).toContain(words);
    expect(text).not.toContain(hanako.link);
    expect(text).not.toContain("line.me");
    expect(text).toContain(`${path}/progress`);
    expect(text).toContain("https://shop.example/");
    expect(text).toContain("<enishi-progress data-place hidden");
  },
);

test("a suspended member's page offers nothing to share", async () => {
  await open.asServer("POST", "/v1/members/hanako/suspension", {
    reason: "a test",
  });
  const { text } = await see();
  expect(readable(text)).toContain("ただいまご利用いただけません");
  expect(text).not.toContain(hanako.link);
  expect(text).not.toContain("a test");
});

test("a caller who asks too often waits", async () => {
  const own = await openApp({
    settings: {
      cookieDomain: null,
      rateLimit: 1,
      siteRateLimit: 0,
      trustedProxies: 0,
    },
  });
  const { shareUrl } = await own.member();
  const address = new URL(shareUrl).pathname;
  const statuses = [];
  for (const page of ["", "/progress", "/qr.png"])
    statuses.push((await own.call("GET", address + page)).status);
  expect(statuses).toContain(429);
  await own.close();
});

test("a link that is not whole is a 404 and one of an erased member a 410, each saying what to do", async () => {
  for (const address of [`${path}x`, "/s/forged.token", `${path}x/progress`]) {
    const { status, text } = await see(address);
    expect(status).toBe(404);
    expect(readable(text)).toContain("リンクが途中で切れている");
  }
  await open.asServer("DELETE", "/v1/members/hanako");
  for (const address of [path, `${path}/progress`, `${path}/qr.svg`]) {
    const { status, text } = await see(address, { "Accept-Language": "en" });
    expect(status).toBe(410);
    expect(readable(text)).toContain("get a new link from the shop");
  }
});
