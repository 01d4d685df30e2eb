import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test as oneTest } from "vitest";
import {
  keys,
  shopOrigin,
  startCollector,
  temporaryFolder,
} from "../tests/collector-process.ts";
import { eventually } from "../tests/eventually.ts";
import { eventId, siteApi } from "../tests/site-api.ts";

// Each waits for processes of its own: they do it at the same time.
const test = oneTest.concurrent;

/** Starts the built collector where it will not stay up, as `begin` lets a shell begin it. */
async function run(env: Record<string, string>, begin = "exec") {
  const command = `${begin} "$0" dist/collector/main.js`;
  const child = spawn("sh", ["-c", command, process.execPath], {
    env: { PATH: process.env.PATH, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const [status] = await once(child, "exit");
  return { status: status as number, output };
}

// First: the second collector waits twelve seconds for the end of the first.
test("a second collector on one file is refused, and one that takes the place of another waits for its end", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  const { status, output } = await run({ ENISHI_DATABASE: database });
  expect(status).toBe(2);
  expect(output).toContain("expected a file that no other collector uses");
  const next = startCollector({ database });
  expect(await first.end("SIGTERM")).toBe(0);
  expect(await (await next).end("SIGTERM")).toBe(0);
});

test("wrong settings are listed together, and the status is 2", async () => {
  const { status, output } = await run({
    PORT: "x",
    ENISHI_RATE_LIMIT: "many",
    ENISHI_SECRET_KEY: "hidden",
  });
  expect(status).toBe(2);
  for (const name of ["PORT", "ENISHI_RATE_LIMIT", "ENISHI_SECRET_KEY"])
    expect(output).toContain(`${name}: expected`);
  expect(output).not.toContain("hidden");
});

test("a start that may have too few files open says so in a line, and one with few promises less", async () => {
  const tooFew = await run({}, "ulimit -n 100 && exec");
  expect(tooFew.status).toBe(2);
  expect(tooFew.output).toMatch(
    /^The collector cannot start:\n {2}Open files: expected at least \d+ .* lets it have 100\. .*\n$/,
  );
  const noFile = { ENISHI_DATABASE: temporaryFolder() };
  const few = await run(noFile, "ulimit -n 400 && exec");
  expect(few.output).toContain("lets this process have 400 files open");
});

test("an empty database needs origins", async () => {
  const { status, output } = await run({
    ENISHI_DATABASE: join(temporaryFolder(), "enishi.db"),
  });
  expect(status).toBe(2);
  expect(output).toContain("ENISHI_ORIGINS: expected");
});

test("a path where no database can be kept is blamed itself", async () => {
  const folder = temporaryFolder();
  const text = join(folder, "text.db");
  writeFileSync(text, "a letter, longer than a signature");
  const torn = join(folder, "torn.db");
  writeFileSync(torn, `SQLite format 3\0${"torn ".repeat(2_000)}`);
  const paths = [folder, text, torn, join(text, "enishi.db")];
  const ends = await Promise.all(
    paths.map((path) =>
      run({
        ENISHI_DATABASE: path,
        ENISHI_MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
        ENISHI_ORIGINS: shopOrigin,
      }),
    ),
  );
  for (const [index, { status, output }] of ends.entries()) {
    expect(status).toBe(2);
    expect(output).toContain("ENISHI_DATABASE: expected a SQLite file");
    expect(output).toContain(paths[index]);
    expect(output).not.toContain("    at ");
  }
});

test("a database cannot be opened with another key", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  await first.end("SIGTERM");
  const { status, output } = await run({
    ENISHI_DATABASE: database,
    ENISHI_MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
  });
  expect(status).toBe(2);
  expect(output).toContain("ENISHI_MASTER_KEY: expected the key");
});

test("a database that a later version has changed is refused in a sentence", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  await first.end("SIGTERM");
  const db = new Sqlite(database);
  db.exec("insert into kysely_migration values ('999-of-later', '2099')");
  db.close();
  const { status, output } = await run({ ENISHI_DATABASE: database });
  expect(status).toBe(2);
  expect(output).toContain("a later version of Enishi has changed");
  expect(output).not.toMatch(/corrupted| {4}at /);
});

test("a crash is one line of JSON, and status 1", async () => {
  const crash = `process.on("SIGUSR2",()=>{throw new Error("out of the blue")})`;
  const collector = await startCollector({
    env: {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}`,
    },
  });
  process.kill(collector.pid, "SIGUSR2");
  await eventually(() =>
    expect(() => process.kill(collector.pid, 0)).toThrow(),
  );
  expect(await collector.end("SIGTERM")).toBe(1);
  const said = collector.output().trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(said)).toMatchObject({
    level: 60,
    err: { message: "out of the blue" },
  });
});

test("a site that exists takes new origins where it is told to", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const landing = async (env: Record<string, string>) => {
    const collector = await startCollector({ database, env });
    const answer = await fetch(`${collector.url}/r/NOBODY22`, {
      redirect: "manual",
    });
    await collector.end("SIGTERM");
    return answer.headers.get("location");
  };
  expect(await landing({})).toBe(`${shopOrigin}/`);
  const moved = { ENISHI_ORIGINS: "https://new.test" };
  expect(await landing(moved)).toBe(`${shopOrigin}/`);
  expect(await landing({ ...moved, ENISHI_ORIGINS_UPDATE: "1" })).toBe(
    "https://new.test/",
  );
});

test("keys that were not given are made, printed once, and go on working", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const none = {
    ENISHI_SITE_KEY: "",
    ENISHI_SECRET_KEY: "",
    ENISHI_SIGNING_KEY: "",
    ENISHI_ADMIN_PASSWORD: "",
  };
  const first = await startCollector({ database, env: none });
  const said = first.output();
  const secret = /sk_[\w-]+/.exec(said)?.[0] ?? "";
  for (const shown of [/pk_[\w-]{16}/, /sig_[\w-]{16}/, /Owner password: \S+/])
    expect(said).toMatch(shown);
  expect(said).toContain("/owner");
  expect(await first.end("SIGTERM")).toBe(0);
  expect(statSync(`${database}.key`).mode & 0o777).toBe(0o600);

  const second = await startCollector({ database, env: none });
  expect(second.output()).not.toMatch(/sk_|sig_|password:/);
  const answer = await fetch(`${second.url}/v1/programs`, {
    headers: { Authorization: `Bearer ${secret}` },
  });
  expect(answer.status).toBe(200);
  expect(await second.end("SIGTERM")).toBe(0);
});

test("before a stop closes the door, /readyz says so while everything is still answered", async () => {
  const collector = await startCollector({
    env: { ENISHI_DRAIN_SECONDS: "5" },
  });
  process.kill(collector.pid, "SIGTERM");
  await eventually(async () => {
    const answer = await fetch(`${collector.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
  });
  const { status } = await siteApi(collector).send([
    { id: eventId(), type: "view", surface: "share", at: Date.now() },
  ]);
  expect(status).toBe(202);
  expect(await collector.end("SIGTERM")).toBe(0);
});

test("a stop before anything is loaded ends in order, and starts nothing", async () => {
  const stopAtOnce = `process.on("newListener", (name) => {
    if (name === "SIGTERM") process.kill(process.pid, "SIGTERM");
  })`;
  const { status, output } = await run({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stopAtOnce)}`,
    ENISHI_DATABASE: join(temporaryFolder(), "enishi.db"),
    ENISHI_ORIGINS: shopOrigin,
  });
  expect({ status, output }).toEqual({ status: 0, output: "" });
});

test("whoever stops npm stops the collector", async () => {
  const npm = spawn("npm", ["run", "--silent", "collector"], {
    env: {
      ...process.env,
      PORT: "0",
      ENISHI_DATABASE: join(temporaryFolder(), "enishi.db"),
      ENISHI_ORIGINS: shopOrigin,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  await expect
    .poll(() => output, { timeout: 20_000 })
    .toContain("collector listening on");
  // Closed once nobody holds the other end: npm's exit alone would not say that the collector is gone too.
  const closed = once(npm, "close");
  npm.kill("SIGTERM");
  await closed;
  expect(output).toContain("The collector has stopped");
});

test("the scripts are served to every origin, small and cacheable", async () => {
  const collector = await startCollector();
  const script = await fetch(`${collector.url}/enishi.js`);
  expect(script.status).toBe(200);
  expect(script.headers.get("access-control-allow-origin")).toBe("*");
  expect(script.headers.get("cross-origin-resource-policy")).toBe(
    "cross-origin",
  );
  const etag = script.headers.get("etag") ?? "";
  const again = await fetch(`${collector.url}/enishi.js`, {
    headers: { "If-None-Match": etag },
  });
  expect(again.status).toBe(304);
  const outside = await fetch(`${collector.url}/enishi/..%2f..%2fpackage.json`);
  expect(outside.status).toBe(404);
  await collector.end("SIGTERM");
});

test("the owner's pages are there, behind their password", async () => {
  const collector = await startCollector();
  const page = await fetch(`${collector.url}/owner`, { redirect: "manual" });
  expect([200, 303]).toContain(page.status);
  const login = await fetch(`${collector.url}/owner/login`);
  expect(await login.text()).toContain("<form");
  expect(login.headers.get("enishi-request-id")).toMatch(/^req_/);
  await collector.end("SIGTERM");
});

test("a token signed by hand, as any language can, is believed", async () => {
  const collector = await startCollector();
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const unsigned = `${part({ alg: "HS256", typ: "JWT" })}.${part({ aud: "member", sub: "hanako", iat, exp: iat + 60 })}`;
  const signature = createHmac("sha256", keys.signing)
    .update(unsigned)
    .digest("base64url");
  const { status } = await siteApi(collector).asPage("POST", "/v1/members", {
    site: keys.site,
    token: `${unsigned}.${signature}`,
  });
  expect(status).toBe(201);
  await collector.end("SIGTERM");
});

// By itself: a page that has no time to hear that a connection is over may send on it once more.
oneTest(
  "a stop under load cuts nobody off, loses nothing that was answered, and leaves with 0",
  async () => {
    const database = join(temporaryFolder(), "enishi.db");
    const collector = await startCollector({ database });
    const accepted: string[] = [];
    const failures: unknown[] = [];
    let isRefused = false;
    const page = async () => {
      const api = siteApi(collector);
      while (!isRefused) {
        const id = eventId();
        try {
          const { status } = await api.send([
            { id, type: "view", surface: "share", at: Date.now() },
          ]);
          if (status === 202) accepted.push(id);
          else failures.push(status);
        } catch (error) {
          const code = (error as { cause?: { code?: string } }).cause?.code;
          if (code !== "ECONNREFUSED") failures.push(code);
          isRefused = true;
        }
      }
    };
    const pages = Promise.all(Array.from({ length: 16 }, page));
    await eventually(() => expect(accepted.length).toBeGreaterThan(100));
    expect(await collector.end("SIGTERM")).toBe(0);
    await pages;
    expect(failures).toEqual([]);
    const again = await startCollector({ database });
    const { views } = await siteApi(again).funnel();
    expect(views).toBe(accepted.length);
    await again.end("SIGTERM");
  },
);
