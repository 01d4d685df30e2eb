import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { serve } from "@hono/node-server";
import { prepareDatabaseFile } from "../collector/database-file.ts";
import { SetupProblem } from "../collector/kept-secrets.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { startCollector } from "./collector-process.ts";
import { type DemoKeys, demoKeys } from "./demo-keys.ts";
import { freePort } from "./free-port.ts";
import { hasMoved, noteOrigin } from "./has-moved.ts";

const root = join(import.meta.dirname, "..");

try {
  await start(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof SetupProblem ? 2 : 1);
}

/** `npm start`: the collector and a shop that uses it, each on an origin of its own. */
async function start(env: NodeJS.ProcessEnv): Promise<void> {
  buildIfStale(root);
  const host = env.HOST ?? "127.0.0.1";
  const port = await freePort(portFrom(env.PORT, 8787), host, "PORT");
  const shopPort = await freePort(
    portFrom(env.SHOP_PORT, 8788),
    host,
    "SHOP_PORT",
  );
  if (port === shopPort) {
    throw new Error(
      `Expected two ports and got ${port} for both: set SHOP_PORT to another one.`,
    );
  }
  const database = env.ENISHI_DATABASE ?? "data/enishi.db";
  const folder = database.includes("://") ? "data" : dirname(database);
  const keysFile = join(folder, "demo-keys.json");
  const originFile = resolve(root, folder, "demo-origin");
  // Before the keys are made beside it.
  if (!database.includes("://")) prepareDatabaseFile(resolve(root, database));
  const keys = keysFrom(env, demoKeys(resolve(root, keysFile)));
  const collectorUrl = (env.ENISHI_PUBLIC_URL ?? addressOf(host, port)).replace(
    /\/$/,
    "",
  );
  const shopUrl =
    env.ENISHI_ORIGINS?.split(",")[0]?.trim() || addressOf(host, shopPort);

  const collector = startCollector(root, {
    ...env,
    PORT: String(port),
    HOST: host,
    ENISHI_PUBLIC_URL: collectorUrl,
    ENISHI_ORIGINS: env.ENISHI_ORIGINS ?? shopUrl,
    // Only then: else what the owner has added on their pages would be gone at each start.
    ENISHI_ORIGINS_UPDATE:
      env.ENISHI_ORIGINS_UPDATE ?? (hasMoved(originFile, shopUrl) ? "1" : "0"),
    ENISHI_SITE_KEY: keys.siteKey,
    ENISHI_SECRET_KEY: keys.secretKey,
    ENISHI_SIGNING_KEY: keys.signingKey,
    ENISHI_ADMIN_PASSWORD: keys.adminPassword,
  });
  const stop = untilStopped(collector);
  await collector.ready(addressOf(host, port));
  noteOrigin(originFile, shopUrl);

  // Only now: the shop imports `enishi/server`, which the build has just made.
  const { createShop } = await import("./shop.ts");
  const shop = createShop({
    ...keys,
    collectorUrl,
    ...(env.ENISHI_CONSENT && { consent: env.ENISHI_CONSENT }),
    stub: readFileSync(join(root, "dist/browser/stub.js"), "utf8").trim(),
  });
  const server = serve({ fetch: shop.fetch, hostname: host, port: shopPort });
  stop.also(() => server.close());
  console.log(greeting({ collectorUrl, shopUrl, keysFile, keys }));
}

/** Ends the process when it is told to, or when the collector ends by itself. */
function untilStopped(collector: ReturnType<typeof startCollector>) {
  const closing: (() => void)[] = [];
  let asked = false;
  const stop = () => {
    asked = true;
    for (const close of closing) close();
    collector.stop();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  void collector.ended.then((status) => {
    if (!asked) console.error(`The collector ended with status ${status}.`);
    process.exit(asked ? 0 : 1);
  });
  return { also: (close: () => void) => closing.push(close) };
}

function portFrom(value: string | undefined, otherwise: number): number {
  const port = Number(value ?? otherwise);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`Expected a port from 0 to 65535 and got ${value}.`);
}

/** The address of a port on this machine, as a browser would write it. */
function addressOf(host: string, port: number): string {
  const isHere = ["127.0.0.1", "0.0.0.0", "::1", "::"].includes(host);
  const name = host.includes(":") ? `[${host}]` : host;
  return `http://${isHere ? "localhost" : name}:${port}`;
}

/** Keys named in the environment win over the demo's own. */
function keysFrom(env: NodeJS.ProcessEnv, kept: DemoKeys): DemoKeys {
  return {
    siteKey: env.ENISHI_SITE_KEY ?? kept.siteKey,
    secretKey: env.ENISHI_SECRET_KEY ?? kept.secretKey,
    signingKey: env.ENISHI_SIGNING_KEY ?? kept.signingKey,
    adminPassword: env.ENISHI_ADMIN_PASSWORD ?? kept.adminPassword,
  };
}

function greeting(of: {
  collectorUrl: string;
  shopUrl: string;
  keysFile: string;
  keys: DemoKeys;
}): string {
  const { collectorUrl, shopUrl, keysFile, keys } = of;
  return `
Enishi is running.

  Demo shop       ${shopUrl}
  Collector       ${collectorUrl}
  Owner's pages   ${collectorUrl}/owner
    password      ${keys.adminPassword}

  Keys, kept in ${keysFile}
    site          ${keys.siteKey}
    secret        ${keys.secretKey}
    signing       ${keys.signingKey}

Ctrl-C stops both.
`;
}
