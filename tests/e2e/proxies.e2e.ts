import { request } from "node:https";
import { describe, expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { realProxies } from "./real-proxies.ts";
import { setUps } from "./set-ups.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const limit = 60;
const places = Object.entries(setUps).filter(
  ([, { env }]) => env.ENISHI_COOKIE_DOMAIN,
);

describe.for(realProxies)("$name, as the documents configure it", (real) => {
  if (!real.isInstalled) {
    test.skip(`is not installed here, so its recipes were not run`);
    return;
  }
  describe.each(places)("with the collector %s", (_, { at, env }) => {
    let port: number;
    const { world, untilClicked, untilOrdered } = openSituation({
      at,
      env: { ...env, ENISHI_RATE_LIMIT: String(limit) },
      async front(ports) {
        const front = await real.start(ports);
        port = front.port;
        return front;
      },
    });

    test("a link sets the shop's cookie by HTTP, and click and order are credited", async () => {
      const { code } = await world.api.putMember("hanako");
      const link = `${at}/r/${code}`;
      const page = await world.device();
      const cookies: string[] = [];
      page.on("response", async (answer) => {
        const { "set-cookie": cookie } = await answer.allHeaders();
        if (answer.url() === link && cookie) cookies.push(cookie);
      });
      await page.goto(link);
      expect(new URL(page.url()).origin).toBe(shopUrl);
      await expect.poll(() => cookies).toHaveLength(1);
      expect(cookies[0]).toMatch(/^_enishi=.*; Domain=shop\.test;.*Secure/);
      await untilClicked(code);
      const order = newOrder();
      await buy(page, order);
      await untilOrdered(order, code);
      expect(world.door.passages).toEqual([]);
    });

    if (at.startsWith(shopUrl)) {
      test("a path of the shop does not show the owner's pages, and the script may have a name of its own", async () => {
        expect(await ask("/owner")).toBe(404);
        expect(await ask("/owner/login")).toBe(404);
        expect(await ask("/enishi.js")).toBe(200);
        if (real.name === "nginx") expect(await ask("/shop.js")).toBe(200);
      });
    }

    test("headers come through as long as the collector takes them", async () => {
      const headers = { Cookie: `of_the_shop=${"x".repeat(12_000)}` };
      expect(await ask("/healthz", { headers })).toBe(200);
    });

    test("callers are told apart by their own address, whatever they claim of it", async () => {
      const body = JSON.stringify({
        site: keys.site,
        sentAt: Date.now(),
        events: [],
      });
      const calls = async (from: string, times: number) => {
        const statuses = [];
        for (let n = 0; n < times; n++) {
          const headers = { "X-Forwarded-For": `10.9.8.${n}` };
          statuses.push(await ask("/v1/events", { from, headers, body }));
        }
        return statuses;
      };
      const greedy = await calls("127.0.0.2", limit + 1);
      expect(new Set(greedy.slice(0, limit))).toEqual(new Set([202]));
      expect(greedy.at(-1)).toBe(429);
      expect(await calls("127.0.0.3", 1)).toEqual([202]);
    });

    /** A call from an address of this machine; answers its status. */
    function ask(
      path: string,
      {
        from = "127.0.0.1",
        headers = {},
        body,
      }: { from?: string; headers?: object; body?: string } = {},
    ): Promise<number | undefined> {
      const url = new URL(at + path);
      return new Promise((resolve, reject) => {
        const call = request({
          host: "127.0.0.1",
          port,
          localAddress: from,
          servername: url.hostname,
          rejectUnauthorized: false,
          method: body ? "POST" : "GET",
          path: url.pathname,
          headers: { Host: url.hostname, Origin: shopUrl, ...headers },
        });
        call.on("response", (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        call.on("error", reject);
        call.end(body);
      });
    }
  });
});
