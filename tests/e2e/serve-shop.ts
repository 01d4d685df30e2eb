import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { serve } from "@hono/node-server";
import { createShop } from "../../demo/shop.ts";
import { type CollectorProcess, keys } from "../collector-process.ts";

/** The shop's server knows the collector by its public address, and reaches it on loopback. */
export function serveDemo(collector: CollectorProcess, at: string): Server {
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
export function servePages(
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
    const { pathname } = new URL(request.url ?? "/", "https://shop.test");
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

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};
