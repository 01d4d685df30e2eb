import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { serve } from "@hono/node-server";
import Database from "better-sqlite3";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright";
import { inject } from "vitest";
import { createShop } from "../../demo/shop.ts";
import {
  type CollectorProcess,
  keys,
  startCollector,
  temporaryFolder,
} from "../collector-process.ts";
import { chromiumFlags, findChromium } from "../find-chromium.ts";
import { postgresAt } from "../postgres/test-database.ts";
import { siteApi } from "../site-api.ts";
import type { Engine } from "./engines.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";

export const shopUrl = "https://shop.test";
export const collectorUrl = "https://ref.enishi.test";

/**
 * A collector and a shop on different *sites*, as they are on the web, behind
 * TLS, and a browser that blocks third-party cookies.
 */
export interface World {
  api: ReturnType<typeof siteApi>;
  collector: CollectorProcess;
  door: FrontDoor;
  /** Opens a browser profile of its own: somebody's device. */
  device(options?: BrowserContextOptions): Promise<Page>;
  /** Rows of the collector's database, where it is a file. */
  stored<Row>(query: string, ...values: string[]): Row[];
  close(): Promise<void>;
}

export interface Front {
  port: number;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** `shop`: the demo shop, or the static pages of a folder, `tests/e2e/pages` by itself, with the one named as the home page. */
export async function openWorld({
  shop,
  env = {},
  at = collectorUrl,
  hosts = [],
  front,
  engine,
}: {
  shop: "demo" | { home: string; folder?: string };
  env?: Record<string, string>;
  /** Where browsers find the collector; another site than the shop's if nothing is said. */
  at?: string;
  /** Where else the shop's pages are found. */
  hosts?: string[];
  /** Another engine than the Chromium of all tests. */
  engine?: Engine;
  /** A real proxy that browsers meet in the door's place. */
  front?: (ports: { shop: number; collector: number }) => Promise<Front>;
}): Promise<World> {
  const door = await openFrontDoor();
  const database = await newDatabase();
  const collector = await startCollector({
    database,
    env: {
      ENISHI_PUBLIC_URL: at,
      ENISHI_ORIGINS: shopUrl,
      ENISHI_TRUST_PROXY: "1",
      ...env,
    },
  });
  const server = shop === "demo" ? demoShop(collector, at) : pages(shop, at);
  await new Promise((resolve) => server.once("listening", resolve));
  const { port: shopPort } = server.address() as AddressInfo;
  for (const one of ["shop.test", ...hosts]) door.lead(one, shopPort);
  const { host, pathname } = new URL(at);
  const place = `${host}${pathname}`.replace(/\/$/, "");
  for (const one of ["ref.enishi.test", "ref.shop.test", place]) {
    door.lead(one, collector.port);
  }
  const proxy = await front?.({ shop: shopPort, collector: collector.port });
  const browser = await (engine?.open ?? openBrowser)(proxy ?? door);
  return {
    api: siteApi(collector),
    collector,
    door,
    async device(options) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        locale: "en-GB",
        ...humanUserAgent(browser),
        ...options,
      });
      context.setDefaultTimeout(30_000);
      return context.newPage();
    },
    stored<Row>(query: string, ...values: string[]) {
      const file = new Database(database, { readonly: true });
      try {
        return file.prepare(query).all(...values) as Row[];
      } finally {
        file.close();
      }
    },
    async close() {
      await browser.close();
      await proxy?.close();
      server.close();
      door.close();
      await collector.end("SIGTERM");
    },
  };
}

/** A file, or, in the project that runs on PostgreSQL, a database of that server; without one its tests are skipped. */
async function newDatabase(): Promise<string> {
  const isOnServer =
    process.env.ENISHI_TEST_ENGINE === "postgres" &&
    "url" in inject("postgres");
  return isOnServer ? postgresAt() : join(temporaryFolder(), "enishi.db");
}

function openBrowser(door: { port: number }): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Playwright switches it off; people's browsers have it.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [
      ...chromiumFlags,
      `--host-resolver-rules=MAP *.test:443 127.0.0.1:${door.port}`,
      "--test-third-party-cookie-phaseout",
    ],
  });
}

/** A headless browser says so of itself, and a program's clicks are not counted. */
function humanUserAgent(browser: Browser): BrowserContextOptions {
  if (browser.browserType() !== chromium) return {};
  const [major] = browser.version().split(".");
  return {
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`,
  };
}

/** The shop's server knows the collector by its public address, and reaches it on loopback. */
function demoShop(collector: CollectorProcess, at: string): Server {
  const shop = createShop({
    collectorUrl: at,
    siteKey: keys.site,
    secretKey: keys.secret,
    signingKey: keys.signing,
    stub: readFileSync("dist/browser/stub.js", "utf8").trim(),
    fetch: (address, init) =>
      fetch(String(address).replace(at, collector.url), init),
  });
  return serve({ fetch: shop.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
}

/** Serves the pages as files, with the site's key and the collector's address filled in. */
function pages(
  {
    home,
    folder = join(import.meta.dirname, "pages"),
  }: { home: string; folder?: string },
  at: string,
): Server {
  const script = readFileSync("dist/browser/enishi.js");
  const integrity = `sha384-${createHash("sha384").update(script).digest("base64")}`;
  const build = JSON.parse(
    readFileSync("dist/browser/integrity.json", "utf8"),
  ) as { script: string; files: Record<string, string> };
  const parts = {
    integrity: Object.fromEntries(
      Object.entries(build.files).map(([file, hash]) => [
        `${at}/${file}`,
        hash,
      ]),
    ),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", shopUrl);
    const file = pathname === "/" ? home : pathname.slice(1);
    let text: string;
    try {
      text = readFileSync(join(folder, file), "utf8");
    } catch {
      response.writeHead(404).end();
      return;
    }
    const stub = readFileSync("dist/browser/stub.js", "utf8").trim();
    const type = types[extname(file)] ?? "text/html";
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    response.end(
      text
        .replaceAll(/{{collector}}|https:\/\/ref\.shop\.example/g, at)
        .replaceAll(/{{site}}|pk_\.\.\./g, keys.site)
        .replaceAll("{{integrity}}", integrity)
        .replaceAll("{{pinned}}", build.script)
        .replaceAll('"{{importmap}}"', () => JSON.stringify(parts))
        .replaceAll("/* {{stub}} */", () => stub),
    );
  });
  return server.listen(0, "127.0.0.1");
}
