import { afterEach, beforeEach, expect, test } from "vitest";
import { openApp } from "../../../tests/open-app.ts";
import { changeProgram, phone, readable } from "./hosted.fixture.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const clicks = () => open.work.db.selectFrom("clicks").selectAll().execute();
const follow = (
  address: string,
  { method = "GET", headers = {} as Record<string, string> } = {},
) =>
  open.call(method, address, undefined, {
    "User-Agent": phone,
    "Accept-Language": "ja",
    ...headers,
  });

test("asked for, the page says who sends, what the friend gets and the code, and leads on by the click that was counted", async () => {
  const { code } = await open.member("hanako", {
    name: "山田花子",
    publicName: "はなこ",
  });
  const { status, text, headers } = await follow(`/r/${code}?page`);
  expect(status).toBe(200);
  const [click, ...more] = await clicks();
  expect(more).toEqual([]);
  expect(click).toMatchObject({ code });
  expect(text).toContain(
    `href="https://shop.example/?via=${code}&amp;ec=${click?.id}"`,
  );
  for (const words of [
    "はなこさんから",
    "購入金額の1.2%分のポイント",
    "【PR】",
    code,
  ])
    expect(readable(text)).toContain(words);
  expect(text).not.toContain("山田");
  expect(text).not.toContain("<script");
  expect(headers.get("content-security-policy")).not.toContain("script-src");
  expect(headers.get("cache-control")).toBe("private, no-store");
});

test("without a name that the member chose, nobody is named", async () => {
  const { code } = await open.member("hanako", { name: "山田花子" });
  const { text } = await follow(`/r/${code}?page`);
  expect(text).not.toMatch(/山田|さんから/);
});

test("a programme that wants it has every link lead here, but one to a certain page of the shop, and bots get their preview", async () => {
  const { code } = await open.member();
  await changeProgram(open, { display: { landing: "hosted" } });
  expect((await follow(`/r/${code}`)).status).toBe(200);
  const deep = await follow(`/r/${code}?to=/item/1`);
  expect(deep.status).toBe(302);
  expect(deep.headers.get("location")).toContain("/item/1?via=");
  const bot = await follow(`/r/${code}`, {
    headers: { "User-Agent": "Twitterbot/1.0" },
  });
  expect(bot.text).toContain('property="og:title"');
  await changeProgram(open, { display: { landing: undefined } });
});

test("a look ahead, a HEAD and a robot see the page and count nothing", async () => {
  const { code } = await open.member();
  for (const answer of [
    await follow(`/r/${code}?page=preview`),
    await follow(`/r/${code}?page`, { method: "HEAD" }),
    await follow(`/r/${code}?page`, { headers: { "User-Agent": "a-bot" } }),
    await follow(`/r/${code}?page`, {
      headers: { "Sec-Purpose": "prefetch" },
    }),
  ])
    expect(answer.status).toBe(200);
  expect(await clicks()).toEqual([]);
});

test("within LINE a second button opens the phone's own browser, with the same click", async () => {
  const { code } = await open.member();
  const { text } = await follow(`/r/${code}?page`, {
    headers: { "User-Agent": `${phone} Line/14.19.0` },
  });
  const [click] = await clicks();
  expect(text).toContain(
    `via=${code}&amp;ec=${click?.id}&amp;openExternalBrowser=1"`,
  );
  expect((await follow(`/r/${code}?page`)).text).not.toContain(
    "openExternalBrowser",
  );
  const instagram = await follow(`/r/${code}?page`, {
    headers: { "User-Agent": `${phone} Instagram 300.0` },
  });
  expect(instagram.text).toContain("アプリの中の画面です");
});

test.for([
  ["paused", "ただいまお休み中です"],
  ["ended", "友だち紹介は終了しました"],
] as const)(
  "while the programme is %s neither page nor preview promises anything, and the shop stays in reach",
  async ([state, words]) => {
    const { code } = await open.member();
    await changeProgram(open, { state });
    const { status, text } = await follow(`/r/${code}?page`);
    expect(status).toBe(200);
    expect(readable(text)).toContain(words);
    expect(readable(text)).not.toMatch(/1\.2%|300/);
    expect(text).toContain(`https://shop.example/?via=${code}`);
    const preview = await follow(`/r/${code}`, {
      headers: { "User-Agent": "line-poker/1.0" },
    });
    expect(preview.text).not.toMatch(/1\.2%|300/);
  },
);

test("a suspended member's link promises nothing and does not say why", async () => {
  const { code } = await open.member("hanako", { publicName: "はなこ" });
  await open.asServer("POST", "/v1/members/hanako/suspension", {
    reason: "too many accounts",
  });
  const { text } = await follow(`/r/${code}?page`);
  expect(readable(text)).toContain("ただいまご利用いただけません");
  expect(text).not.toMatch(/too many|はなこ|1\.2%/);
});

test("an unknown code is a 404 that leads to the shop all the same", async () => {
  await open.member();
  const { status, text } = await follow("/r/ZZZZ2222?page", {
    headers: { "Accept-Language": "en" },
  });
  expect(status).toBe(404);
  expect(readable(text)).toContain("We do not know this code");
  expect(text).toContain('href="https://shop.example/"');
  expect(await clicks()).toEqual([]);
});

test("the page shows the campaign's picture, and says the same to whoever makes a preview of it", async () => {
  const { code } = await open.member("hanako", { publicName: "はなこ" });
  await changeProgram(open, {
    display: {
      logoUrl: "https://shop.example/logo.png",
      pictureUrl: "https://shop.example/spring.jpg",
    },
  });
  const { text, headers } = await follow(`/r/${code}?page`);
  for (const part of [
    '<img class="picture" src="https://shop.example/spring.jpg" alt="">',
    '<meta property="og:image" content="https://shop.example/spring.jpg">',
    '<meta name="twitter:card" content="summary_large_image">',
    'property="og:title" content="【PR】はなこさんからshop.exampleのご紹介（紹介特典あり）"',
  ])
    expect(text).toContain(part);
  expect(headers.get("content-security-policy")).toContain(
    "img-src 'self' data: blob: https://shop.example;",
  );
  await changeProgram(open, {
    display: { pictureUrl: "https://cdn.example/spring.jpg" },
  });
  const { code: another } = await open.member("taro");
  const elsewhere = await follow(`/r/${another}?page`);
  expect(elsewhere.text).not.toContain("<img class=");
  expect(elsewhere.headers.get("content-security-policy")).not.toContain("cdn");
  // Networks fetch it for themselves.
  expect(elsewhere.text).toContain(
    '"og:image" content="https://cdn.example/spring.jpg"',
  );
});

test.for([
  ["ko-KR", "ko", "친구가 보낸 혜택", "구매 금액의 1.2% 상당의 포인트"],
  ["zh-CN", "zh-Hans", "好友送你的优惠", "购买金额1.2%"],
  ["zh-TW,en", "zh-Hant", "好友送你的優惠", "購買金額1.2%"],
  ["en-GB", "en", "For you, from your friend", "1.2% of the price in points"],
  ["fr-FR", "en", "For you, from your friend", "1.2% of the price in points"],
] as const)(
  "a reader of %s gets the page and the preview in %s",
  async ([accepted, language, heading, gift]) => {
    const { code } = await open.member();
    const headers = { "Accept-Language": accepted };
    const { text } = await follow(`/r/${code}?page`, { headers });
    expect(text).toContain(`<html lang="${language}">`);
    expect(readable(text)).toContain(heading);
    expect(readable(text)).toContain(gift);
    const bot = await follow(`/r/${code}`, {
      headers: { ...headers, "User-Agent": "Twitterbot/1.0" },
    });
    expect(bot.text).toContain(gift);
  },
);

test("a preview has the programme's words and picture", async () => {
  const { code } = await open.member();
  await changeProgram(open, {
    display: {
      logoUrl: "https://cdn.example/spring.png",
      texts: {
        preview_title: "春の紹介",
        preview_text: "どなたにも花を一輪。",
      },
    },
  });
  const { text } = await follow(`/r/${code}`, {
    headers: { "User-Agent": "facebookexternalhit/1.1" },
  });
  for (const part of [
    '<meta property="og:image" content="https://cdn.example/spring.png">',
    'property="og:title" content="【PR】春の紹介（紹介特典あり）"',
    'property="og:description" content="どなたにも花を一輪。"',
  ])
    expect(text).toContain(part);
});
