import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { BrowserContextOptions, Page } from "playwright";
import { inject } from "vitest";
import {
  type CollectorProcess,
  startCollector,
  temporaryFolder,
} from "../collector-process.ts";
import { postgresAt } from "../postgres/test-database.ts";
import { siteApi } from "../site-api.ts";
import type { Engine } from "./engines.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";
import { serveDemo, servePages } from "./serve-shop.ts";
import { humanUserAgent, openBrowser } from "./test-browser.ts";

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

export interface WorldOptions {
  /** The demo shop, or the static pages of a folder, `tests/e2e/pages` by itself, with the one named as the home page. */
  shop: "demo" | { home: string; folder?: string };
  env?: Record<string, string>;
  /** Where browsers find the collector; another site than the shop's if nothing is said. */
  at?: string;
  /** Where else the shop's pages are found, and may be used. */
  hosts?: string[];
  /** Another engine than the Chromium of all tests. */
  engine?: Engine;
  /** A real proxy that browsers meet in the door's place. */
  front?: (ports: { shop: number; collector: number }) => Promise<Front>;
}

export async function openWorld({
  shop,
  env = {},
  at = collectorUrl,
  hosts = [],
  front,
  engine,
}: WorldOptions): Promise<World> {
  const door = await openFrontDoor();
  const database = await newDatabase();
  const collector = await startCollector({
    database,
    env: {
      ENISHI_PUBLIC_URL: at,
      ENISHI_ORIGINS: [
        shopUrl,
        ...hosts.map((host) => `https://${host}`),
      ].join(),
      ENISHI_TRUST_PROXY: "1",
      ...env,
    },
  });
  const server =
    shop === "demo" ? serveDemo(collector, at) : servePages(shop, at);
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
