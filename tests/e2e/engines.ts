import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import {
  type Browser,
  type BrowserType,
  chromium,
  firefox,
  webkit,
} from "playwright";
import { chromiumFlags, findChromium } from "../find-chromium.ts";
import { isLongRun } from "../long-run.ts";
import { findFirefox, openFirefox } from "./system-firefox.ts";

export interface Engine {
  name: string;
  /** `null`: not to be had here. */
  path: string | null;
  /** Opens it so that every address leads to the door. */
  open(door: { port: number }): Promise<Browser>;
}

/** A Firefox of the system's is for the long runs: Playwright's own is the surer to drive. */
const systemFirefox =
  isLongRun && !existsSync(firefox.executablePath()) ? findFirefox() : null;

/** Those that Playwright can drive; Chromium always, the others where `npx playwright install` has put them. */
export const engines: Engine[] = [
  engine(chromium, findChromium()),
  ...[firefox, webkit].map((type) => {
    const path = type.executablePath();
    const other = type === firefox ? systemFirefox : null;
    return engine(type, existsSync(path) ? path : other);
  }),
];

/** One line for the run's output: what it covered, and what it did not. */
export function coverage(of: { name: string; path: string | null }[]): string {
  const names = (isThere: boolean) =>
    of
      .filter(({ path }) => (path !== null) === isThere)
      .map(({ name }) => name)
      .join(", ");
  const missing = names(false);
  return `Browser engines covered: ${names(true) || "none"}.${missing && ` Not tried: ${missing} (npx playwright install ${missing.replaceAll(",", "")}).`}`;
}

function engine(type: BrowserType, path: string | null): Engine {
  const name = type.name();
  return {
    name,
    path,
    async open(door) {
      const tunnel = await openTunnel(door.port);
      const browser =
        path && path === systemFirefox
          ? await openFirefox(path, tunnel.port)
          : await type.launch({
              ...(path ? { executablePath: path } : {}),
              ...(name === "chromium" ? { args: chromiumFlags } : {}),
              proxy: { server: `http://127.0.0.1:${tunnel.port}` },
            });
      browser.on("disconnected", tunnel.close);
      return browser;
    },
  };
}

/** A proxy that leads whatever is asked for to one port: only Chromium can be told where a host is. */
async function openTunnel(to: number) {
  const server = createServer();
  server.on("connect", (_, client) => {
    const door = connect(to, "127.0.0.1");
    door.on("error", () => client.destroy());
    client.on("error", () => door.destroy());
    door.on("connect", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      client.pipe(door).pipe(client);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () => void server.close(),
  };
}
