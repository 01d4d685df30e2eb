import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isPostgres } from "../collector/storage/is-postgres.ts";
import { folderOfProcess } from "./folder-of-process.ts";

const builtCollector = "dist/collector/main.js";
/** As `npm run collector` has them: less memory at full load, and as quick. */
const flags = ["--max-semi-space-size=8"];
const arenas = { MALLOC_ARENA_MAX: "2" };

/** The first site's keys, the same in every test. */
export const keys = {
  site: "pk_test0000000000000000000000",
  secret: "sk_test0000000000000000000000000000000000000000",
  signing: "sig_test000000000000000000000000000000000000000",
  admin: "a-password-only-for-tests",
  /** For databases beside which no file lies. */
  master: Buffer.alloc(32, 7).toString("base64"),
};

export const shopOrigin = "https://shop.test";

export interface CollectorProcess {
  /** Loopback address, whatever its public one. */
  url: string;
  port: number;
  pid: number;
  /** Everything it has written so far. */
  output(): string;
  /** Sends the signal and answers the exit status, or `null` after a signal that ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** A new directory for databases, gone with the test process. */
export function temporaryFolder(): string {
  return folderOfProcess("enishi-test");
}

/** What stands for `data`, in which collectors on a server keep what has no file to lie beside. */
let stateFolder: string | undefined;

/** Starts the collector as `npm run build` made it, and waits until it is ready. */
export async function startCollector({
  database,
  env = {},
}: {
  database?: string;
  env?: Record<string, string>;
} = {}): Promise<CollectorProcess> {
  if (!existsSync(builtCollector)) {
    throw new Error(`Expected ${builtCollector}; run \`npm run build\` first.`);
  }
  database ??= await newDatabase();
  stateFolder ??= temporaryFolder();
  const child = spawn(process.execPath, [...flags, builtCollector], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      ...arenas,
      PORT: "0",
      ENISHI_DATABASE: database,
      STATE_DIRECTORY: stateFolder,
      ...(isPostgres(database) ? { ENISHI_MASTER_KEY: keys.master } : {}),
      ENISHI_ORIGINS: shopOrigin,
      ENISHI_SITE_KEY: keys.site,
      ENISHI_SECRET_KEY: keys.secret,
      ENISHI_SIGNING_KEY: keys.signing,
      ENISHI_ADMIN_PASSWORD: keys.admin,
      ENISHI_RATE_LIMIT: "0",
      ...env,
    },
  });
  const killWithUs = () => child.kill("SIGKILL");
  process.on("exit", killWithUs);
  child.on("exit", () => process.off("exit", killWithUs));

  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const port = await portOf(child, () => output);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, () => output);
  return {
    url,
    port,
    pid: child.pid ?? 0,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode) return child.exitCode;
      const exit = once(child, "exit");
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

/** An empty one: a file, or one of the server's in the project that runs tests on PostgreSQL. */
export async function newDatabase(): Promise<string> {
  if (process.env.ENISHI_TEST_ENGINE !== "postgres")
    return join(temporaryFolder(), "enishi.db");
  const { postgresAt } = await import("./postgres/test-database.ts");
  return postgresAt();
}

/** Waits for the line in which the collector says where it listens. */
async function portOf(
  child: ChildProcess,
  output: () => string,
): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const port = /https?:\/\/[\w.-]+:(\d+)/.exec(output())?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null || child.signalCode) break;
    await nextTurn();
  }
  throw new Error(
    `Expected the collector to say where it listens; it said:\n${output()}`,
  );
}

async function untilReady(url: string, output: () => string) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await nextTurn();
  }
  throw new Error(
    `Expected ${url}/readyz to answer 200; the collector said:\n${output()}`,
  );
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
