import { afterEach, beforeEach, expect, test } from "vitest";
import { parseReferralCookie } from "../../sdk/protocol/referral-cookie.ts";
import { eventually } from "../../tests/eventually.ts";
import { openApp } from "../../tests/open-app.ts";
import { comeAgain } from "../domain/come-again.ts";
import { newCounters } from "./counters.ts";

let open: Awaited<ReturnType<typeof openApp>>;
beforeEach(async () => {
  open = await openApp();
});
afterEach(() => open.close());

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari Line/14.19.0";
const clicks = () => open.work.db.selectFrom("clicks").selectAll().execute();
const follow = (
  code: string,
  { query = "", method = "GET", headers = {} as Record<string, string> } = {},
) =>
  open.call(method, `/r/${code}${query}`, undefined, {
    "User-Agent": phone,
    ...headers,
  });

test("a link leads to the landing page with its code and the click that was stored", async () => {
  const { code } = await open.member();
  const { status, headers } = await follow(code.toLowerCase(), {
    query: "?channel=line",
  });
  expect(status).toBe(302);
  expect(headers.get("cache-control")).toBe("no-store");
  const [click] = await clicks();
  expect(headers.get("location")).toBe(
    `https://shop.example/?via=${code}&ec=${click?.id}`,
  );
  expect(click).toMatchObject({ code, channel: "line", bot: 0 });
});

test("the collector's bare address leads to the shop, and is no click", async () => {
  const { status, headers } = await open.call("GET", "/");
  expect(status).toBe(302);
  expect(headers.get("location")).toBe("https://shop.example/");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(await clicks()).toEqual([]);
});

test("the page's own click with that id is the same click", async () => {
  const { code } = await open.member();
  const { headers } = await follow(code);
  const click = new URL(headers.get("location") ?? "").searchParams.get("ec");
  await open.events(
    [
      {
        id: "the-pages-own-event-1",
        type: "click",
        at: open.clock.now,
        code,
        click,
      },
    ],
    { visitor: "visitor-0000000000000001" },
  );
  expect(await clicks()).toMatchObject([
    { id: click, visitor: "visitor-0000000000000001" },
  ]);
});

test("nobody has clicked for a HEAD, a prefetch or a bot, and all are led on", async () => {
  const { code } = await open.member();
  const answers = [
    await follow(code, { method: "HEAD" }),
    await follow(code, { headers: { "Sec-Purpose": "prefetch;prerender" } }),
    await follow(code, { headers: { Purpose: "prefetch" } }),
    await follow(code, { headers: { "X-Moz": "prefetch" } }),
    await follow(code, { headers: { "User-Agent": "AhrefsBot/7.0" } }),
  ];
  for (const { status, headers } of answers) {
    expect(status).toBe(302);
    expect(headers.get("location")).toBe(`https://shop.example/?via=${code}`);
  }
  expect(await clicks()).toEqual([]);
});

test("an unknown code, or what is none, still reaches the landing page and counts nothing", async () => {
  for (const code of ["ZZZZ2222", "x", "%00%ff", "a%2Fb", "<script>"]) {
    const { status, headers } = await follow(code);
    expect([code, status, headers.get("location")]).toEqual([
      code,
      302,
      "https://shop.example/",
    ]);
  }
  expect(await clicks()).toEqual([]);
});

test("a target within the shop is followed, one outside is not", async () => {
  const { code } = await open.member();
  const to = async (target: string) =>
    (
      await follow(code, { query: `?to=${encodeURIComponent(target)}` })
    ).headers.get("location") ?? "";
  expect(await to("/item/1")).toMatch(
    /^https:\/\/shop\.example\/item\/1\?via=/,
  );
  for (const target of [
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ])
    expect(await to(target)).toMatch(/^https:\/\/shop\.example\/\?via=/);
});

test("a preview bot gets a page that says who sends it, and cannot be made to run anything", async () => {
  const { code } = await open.member("hanako", {
    publicName: `<script>"Hanako"`,
  });
  const { status, text, headers } = await follow(code, {
    headers: { "User-Agent": "facebookexternalhit/1.1;line-poker/1.0" },
  });
  expect(status).toBe(200);
  expect(text).toContain('property="og:title"');
  expect(text).toContain("&lt;script&gt;&quot;Hanako&quot;さん");
  expect(text).toContain("購入金額の1.2%分のポイント");
  expect(text).not.toContain("<script");
  expect(headers.get("content-security-policy")).toContain(
    "default-src 'none'",
  );
  expect(await clicks()).toEqual([]);
});

test("on the shop's own domain a cookie keeps the first touch, the visitor and the new last touch", async () => {
  const own = await openApp({
    settings: {
      cookieDomain: "shop.example",
      rateLimit: 0,
      siteRateLimit: 0,
      trustedProxies: 0,
    },
  });
  const { code } = await own.member();
  const first = await own.call("GET", `/r/${code}`, undefined, {
    Cookie: "_enishi=1.visitor-0000000000000001.OLDCODE1~kx.",
  });
  const cookie = first.headers.get("set-cookie") ?? "";
  const time = own.clock.now.toString(36);
  expect(cookie).toContain(
    `_enishi=1.visitor-0000000000000001.OLDCODE1~kx~.${code}~${time}~`,
  );
  for (const part of [
    "Domain=shop.example",
    "Max-Age=34560000",
    "Path=/",
    "SameSite=Lax",
    "Secure",
  ])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain("HttpOnly");
  const signalled = await own.call("GET", `/r/${code}`, undefined, {
    "Sec-GPC": "1",
  });
  expect(signalled.status).toBe(302);
  expect(signalled.headers.get("set-cookie")).toBeNull();
  const unknown = await own.call("GET", "/r/ZZZZ2222");
  expect(unknown.headers.get("set-cookie")).toBeNull();
  await own.work.db.updateTable("sites").set({ consent: "required" }).execute();
  own.clock.now += 1_000;
  const asked = await own.call("GET", `/r/${code}`);
  expect(asked.headers.get("set-cookie")).toBeNull();
  await own.close();
});

const ownDomain = {
  settings: {
    cookieDomain: "shop.example",
    rateLimit: 0,
    siteRateLimit: 0,
    trustedProxies: 0,
  },
};

test("that cookie says all that the script would write: a new browser gets its id with it", async () => {
  const own = await openApp(ownDomain);
  const { code } = await own.member();
  const clicksHere = () =>
    own.work.db.selectFrom("clicks").select("visitor").execute();
  const { headers } = await own.call("GET", `/r/${code}`);
  const [value = ""] = (headers.get("set-cookie") ?? "").split(";");
  const kept = parseReferralCookie(value.replace("_enishi=", ""));
  expect(kept).toMatchObject({
    visitor: expect.stringMatching(/^r[\w-]{16,40}$/),
    touches: { first: { code }, last: { code } },
  });
  expect(await clicksHere()).toEqual([{ visitor: null }]);

  const again = await own.call("GET", `/r/${code}`, undefined, {
    Cookie: value,
  });
  expect(again.headers.get("set-cookie")).toContain(`=1.${kept?.visitor}.`);
  expect(await clicksHere()).toContainEqual({ visitor: kept?.visitor });
  await own.close();
});

test("whoever has refused gets no cookie from a link either", async () => {
  const own = await openApp(ownDomain);
  const { code } = await own.member();
  const { status, headers } = await own.call("GET", `/r/${code}`, undefined, {
    Cookie: "_enishi=0",
  });
  expect(status).toBe(302);
  expect(headers.get("set-cookie")).toBeNull();
  expect(
    await own.work.db.selectFrom("clicks").select("visitor").execute(),
  ).toEqual([{ visitor: null }]);
  await own.close();
});

test("without a cookie domain there is no cookie", async () => {
  const { code } = await open.member();
  expect((await follow(code)).headers.get("set-cookie")).toBeNull();
});

test("a click that cannot be stored does not keep the friend from the shop", async () => {
  const { code } = await open.member();
  const counters = newCounters();
  const broken = await openApp({
    counters,
    reading: open.work,
    writer: {
      run: () => Promise.reject(new Error("the disk is full")),
      depth: () => 0,
      close: async () => {},
    },
  });
  for (let n = 0; n < 30; n++)
    expect((await broken.call("GET", `/r/${code}`)).status).toBe(302);
  // However many are lost, the log has one a second; the figure has them all.
  const warned = broken.logged.filter(({ level }) => level === "warn");
  expect(warned.length).toBeGreaterThan(0);
  expect(warned.length).toBeLessThan(15);
  expect(counters.lostClicks).toBe(30);
  await broken.close();
});

test("a click that is not stored soon is stored later, and its friend goes on; a stored one is counted", async () => {
  const { code } = await open.member();
  let store = () => {};
  const counters = newCounters();
  const slow = await openApp({
    counters,
    reading: open.work,
    writer: {
      run: async (name, input) => {
        await new Promise<void>((resolve) => {
          store = resolve;
        });
        return (await open.writer.run(name, input)) as never;
      },
      depth: () => 0,
      close: async () => {},
    },
  });
  const { status, headers } = await slow.call("GET", `/r/${code}`);
  expect(status).toBe(302);
  expect(headers.get("location")).toContain(`via=${code}`);
  expect(await clicks()).toEqual([]);
  store();
  await eventually(async () => {
    expect(await clicks()).toMatchObject([{ code }]);
    expect(counters).toMatchObject({ events: { accepted: 1 }, lostClicks: 0 });
  });
  await slow.close();
});

test("while the database is away a link leads where it last led, and whoever opens another is told so by a page", async () => {
  const { code } = await open.member();
  const { db } = open.work;
  let isAway = false;
  const away = () => {
    throw comeAgain("No server.", new Error("the server is away"));
  };
  const reading = {
    ...open.work,
    get db() {
      return isAway ? away() : db;
    },
  };
  const { writer } = open;
  const there = await openApp({ reading, writer });
  expect((await there.call("GET", `/r/${code}`)).status).toBe(302);
  isAway = true;
  open.clock.now += 5_000;
  const known = await there.call("GET", `/r/${code}`);
  expect(known.headers.get("location")).toContain(`/?via=${code}&ec=`);
  const friend = { Accept: "text/html,*/*;q=0.8", "Accept-Language": "ja" };
  for (const path of ["/r/ZZZZ2222", "/"]) {
    const page = await there.call("GET", path, undefined, friend);
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).not.toBeNull();
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.text).toContain("リンクを開けません");
    const { body } = await there.call("GET", path);
    expect(body.code).toBe("overloaded");
  }
  await there.close();
});
