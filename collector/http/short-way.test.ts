import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { listen } from "./listen.ts";
import { shortWay } from "./short-way.ts";

/** Written by the server itself, or of the answer alone. */
const itsOwn = [
  "connection",
  "content-length",
  "date",
  "enishi-request-id",
  "keep-alive",
  "transfer-encoding",
];

function said(answer: Response, text: string) {
  const headers = [...answer.headers]
    .filter(([name]) => !itsOwn.includes(name))
    .sort();
  const body = text.replace(/req_[\w-]+/g, "req_");
  return { status: answer.status, headers, body };
}

async function serve(needs: Parameters<typeof openApp>[0] = {}) {
  const open = await openApp(needs);
  const listening = await listen("127.0.0.1", 0);
  const ways = { long: 0 };
  listening.answerWith((request) => {
    ways.long += 1;
    return open.app.fetch(request);
  }, open.shortWay);
  const close = async () => {
    await listening.drain(0);
    await open.close();
  };
  const { port } = listening;
  return { open, ways, port, url: `http://127.0.0.1:${port}`, close };
}

test("a beacon that goes the short way is answered as on the long way", async () => {
  const { open, ways, url, close } = await serve();
  const batch = (more: object = {}) =>
    JSON.stringify({
      site: "pk_test",
      sentAt: open.clock.now,
      events: [
        { id: someId(), type: "view", surface: "share", at: open.clock.now },
      ],
      ...more,
    });
  const calls: [string, Record<string, string>, () => string][] = [
    ["a good event", { Origin: "https://shop.example" }, () => batch()],
    [
      "a bad one beside it",
      { Origin: "https://shop.example" },
      () => batch({ events: [{ type: "お茶" }] }),
    ],
    [
      "an unknown site",
      { Origin: "https://shop.example" },
      () => batch({ site: "pk_other" }),
    ],
    ["another origin", { Origin: "https://other.example" }, () => batch()],
    ["no origin", {}, () => batch()],
    ["no JSON", { Origin: "https://shop.example" }, () => "{"],
    [
      "a byte order mark before it",
      { Origin: "https://shop.example" },
      () => `\uFEFF${batch()}`,
    ],
  ];
  for (const [what, headers, body] of calls) {
    const short = await fetch(`${url}/v1/events`, {
      method: "POST",
      headers,
      body: body(),
    });
    const long = await open.app.request("/v1/events", {
      method: "POST",
      headers,
      body: body(),
    });
    expect(said(short, await short.text()), what).toEqual(
      said(long, await long.text()),
    );
  }
  expect(ways.long).toBe(0);
  await close();
});

const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)";

test("a link that is followed the short way leads where the long way does", async () => {
  const { open, ways, url, close } = await serve();
  const { code } = await open.member();
  const clicks = () => open.work.db.selectFrom("clicks").selectAll().execute();
  const calls: [string, string, Record<string, string>, number][] = [
    ["as it is", `/r/${code}`, { "User-Agent": phone }, 0],
    ["by a channel", `/r/${code}?channel=line`, { "User-Agent": phone }, 0],
    ["by a robot", `/r/${code}`, { "User-Agent": "AhrefsBot/7.0" }, 0],
    ["looking ahead", `/r/${code}`, { Purpose: "prefetch" }, 0],
    ["in small letters", `/r/${code.toLowerCase()}`, {}, 0],
    ["to show it", `/r/${code}`, { "User-Agent": "Twitterbot/1.0" }, 1],
    ["to a page", `/r/${code}?to=/tea`, {}, 1],
    ["a code nobody has", "/r/ZZZZ2222", {}, 1],
  ];
  for (const [what, path, headers, longWays] of calls) {
    ways.long = 0;
    const before = await clicks();
    const short = await fetch(url + path, { headers, redirect: "manual" });
    const counted = (await clicks()).length - before.length;
    expect([what, ways.long]).toEqual([what, longWays]);
    const long = await open.app.request(path, { headers });
    expect([what, (await clicks()).length - before.length]).toEqual([
      what,
      2 * counted,
    ]);
    const withoutClick = async (answer: Response) =>
      JSON.parse(
        JSON.stringify(said(answer, await answer.text())).replace(
          /ec=[\w-]+/g,
          "ec=",
        ),
      );
    expect(await withoutClick(short), what).toEqual(await withoutClick(long));
  }
  await close();
});

test("whoever calls too often, or by no host, is refused on the short way as on the long one", async () => {
  const { open, port, url, close } = await serve({
    settings: {
      cookieDomain: null,
      rateLimit: 1,
      siteRateLimit: 0,
      trustedProxies: 0,
    },
  });
  const { code } = await open.member();
  const follow = async (query: string) => {
    const answer = await fetch(`${url}/r/${code}${query}`, {
      redirect: "manual",
    });
    return said(answer, await answer.text());
  };
  expect(await follow("")).toMatchObject({ status: 302 });
  const short = await follow("");
  expect(short).toMatchObject({ status: 429 });
  // Without its socket a call of the long way is of another address.
  expect(await follow("?to=/tea")).toMatchObject({ status: 302 });
  const byOneSecond = /Wait for \d+ s|\["retry-after","\d+"\]/g;
  const alike = (answer: object) =>
    JSON.stringify(answer).replace(/\\"/g, '"').replace(byOneSecond, "");
  expect(alike(await follow("?to=/tea"))).toBe(alike(short));
  for (const host of ["a b", "a:99999", "[::", ""]) {
    const socket = connect(port, "127.0.0.1");
    socket.end(
      `GET /r/${code} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    const status = host === "" ? 429 : 400;
    expect([host, (await text(socket)).slice(0, 12)]).toEqual([
      host,
      `HTTP/1.1 ${status}`,
    ]);
  }
  await close();
});

test("what nobody has caught is logged and cuts its caller, and the process goes on", async () => {
  const listening = await listen("127.0.0.1", 0);
  const logged: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_: object, message: string) => logged.push(message),
  };
  const broken = async () => {
    throw new Error("out of the blue");
  };
  listening.answerWith(
    () => new Response("here"),
    shortWay(broken, broken, log),
  );
  const url = `http://127.0.0.1:${listening.port}`;
  await expect(fetch(`${url}/r/7K9M2QXB`)).rejects.toThrow();
  const body = "{}";
  await expect(
    fetch(`${url}/v1/events`, { method: "POST", body }),
  ).rejects.toThrow();
  expect(logged).toHaveLength(2);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await listening.drain(0);
});

test("a beacon whose page cannot be looked up is answered", async () => {
  const { open, url, close } = await serve();
  await open.work.db.destroy();
  const answer = await fetch(`${url}/v1/events`, {
    method: "POST",
    headers: { Origin: "https://shop.example" },
    body: "{}",
  });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: "internal" });
  await close().catch(() => {});
});
