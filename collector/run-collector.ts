import { existsSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { doctorKey } from "./actions/read-doctor.ts";
import { refuseWebhookUrl, resolveByDns } from "./actions/webhook-url.ts";
import type { Reading } from "./actions/work.ts";
import { createApp } from "./app.ts";
import { type Config, parseConfig } from "./config.ts";
import { openingProblem, prepareDatabaseFile } from "./database-file.ts";
import {
  keptForServer,
  refuseNewKey,
  serverProblem,
} from "./database-server.ts";
import { newTroubles } from "./domain/troubles.ts";
import { ensureFirstSite } from "./first-run.ts";
import { checkProgram } from "./http/check-program.ts";
import { type Listening, listen } from "./http/listen.ts";
import { readStaticFiles } from "./http/static-files.ts";
import { startWriter } from "./ingest/start-writer.ts";
import { jobsOf, startJobs } from "./jobs/start-jobs.ts";
import { webhookJobs } from "./jobs/webhook-jobs.ts";
import { keptMasterKey, ownerPassword, SetupProblem } from "./kept-secrets.ts";
import { ownerReads } from "./owner/owner-deps.ts";
import { ownerPages } from "./owner/owner-pages.tsx";
import { isPostgres } from "./storage/is-postgres.ts";
import { openVault } from "./storage/vault.ts";

/** Of the 10 s that a stop may take, what connections get; the rest is for the last commit. */
const drainLimitMs = 7_000;

/** What the build lays beside the process's entry. */
interface BuiltFiles {
  writerEntry: URL;
  browserFiles: string;
}

// Buffered and bounded: a terminal or pipe that nobody reads must not stop the collector.
const logTo = pino.destination({ fd: 2, sync: false, maxLength: 1 << 20 });
const log = pino({ base: null }, logTo);

/**
 * Reads the environment, puts the parts together and starts them; answers what ends them in order.
 * Where that cannot be done, the process is told why and ends.
 */
export async function runCollector(built: BuiltFiles): Promise<() => void> {
  try {
    return await start(built);
  } catch (error) {
    if (error instanceof SetupProblem) refuseToStart([error.message]);
    log.fatal({ err: error }, "The collector could not start");
    logTo.flushSync();
    process.exit(1);
  }
}

async function start(built: BuiltFiles): Promise<() => void> {
  const { config, problems, warnings } = parseConfig(process.env);
  if (problems) refuseToStart(problems);
  for (const warning of warnings) log.warn(warning);
  const listening = await listen(config.host, config.port).catch(portProblem);
  const publicUrl = config.publicUrl ?? addressOf(config, listening);
  const parts = await compose(config, publicUrl, built);
  listening.answerWith(parts.app.fetch);
  process.stdout.write(
    `Enishi collector listening on ${addressOf(config, listening)}\n` +
      `Owner's pages: ${publicUrl}/owner\n${parts.firstRun}`,
  );
  return stopOnce(listening, parts);
}

/** The one place where the parts meet, and the engine is named. */
async function compose(
  config: Config,
  publicUrl: string,
  { writerEntry, browserFiles }: BuiltFiles,
) {
  const { database } = config;
  const { masterKey, keptAt, openingProblem, openReader } =
    await prepare(config);
  const vault = openVault(masterKey);
  const writer = await startWriter(
    writerEntry,
    { database, masterKey, publicUrl },
    writerDied,
  ).catch(openingProblem);
  // The writer has made and migrated the database; from here on it can be read.
  const db = await openReader();
  const reading: Reading = { db, vault, publicUrl, now: Date.now };
  const keys = await ensureFirstSite(config, reading, writer);
  const owner = openOwner(keptAt, config, reading);
  const webhookNetwork = {
    allowPrivate: config.webhooksAllowPrivate,
    resolve: resolveByDns,
  };
  const jobFailed = (name: string, error: unknown) =>
    log.error(
      { err: error, job: name },
      "A job failed and will be tried again",
    );
  const stopJobs = startJobs(
    [
      ...jobsOf(writer),
      ...webhookJobs({
        writer,
        reading,
        network: webhookNetwork,
        onError: (error) => jobFailed("deliver-webhooks", error),
      }),
    ],
    jobFailed,
  );
  let isReady = true;
  const troubles = newTroubles();
  const app = createApp({
    troubles,
    writer,
    reading,
    log,
    settings: {
      cookieDomain: config.cookieDomain,
      rateLimit: config.rateLimit,
      trustedProxies: config.trustedProxies,
    },
    files: readStaticFiles(browserFiles),
    webhookNetwork,
    owner: ownerPages({
      adminPassword: owner.password,
      publicUrl,
      doctorKey: (siteId) => doctorKey(reading, { siteId }),
      stub: stubCode(browserFiles),
      now: Date.now,
      troubles,
      checkProgram,
      refuseWebhookUrl: (url) => refuseWebhookUrl(url, webhookNetwork),
      read: ownerReads(reading),
      writer,
      report: (error) =>
        log.error({ err: error }, "Work that the owner began has failed"),
    }),
    isReady: () => isReady,
  });
  return {
    app,
    firstRun: [...keys, ...owner.line].map((line) => `${line}\n`).join(""),
    unready() {
      isReady = false;
    },
    async close() {
      stopJobs();
      await writer.close();
      await db.destroy();
    },
  };
}

/** What differs from engine to engine: where secrets are kept, what may go wrong, and how it is read. */
async function prepare({ database, masterKey }: Config) {
  if (isPostgres(database)) {
    const engine = await import("./storage/postgres/open-postgres.ts");
    const db = engine.openPostgresReader(database);
    if (!masterKey)
      await refuseNewKey(database, db).catch(serverProblem(database));
    const keptAt = keptForServer(database);
    return {
      masterKey: masterKey ?? keptMasterKey(keptAt),
      keptAt,
      openingProblem: serverProblem(database),
      openReader: async () => db,
    };
  }
  prepareDatabaseFile(database);
  return {
    masterKey: masterKey ?? keptMasterKey(database),
    keptAt: database,
    openingProblem: openingProblem(database),
    openReader: async () => {
      const engine = await import("./storage/sqlite/open-sqlite.ts");
      return engine.openSqliteReader(database);
    },
  };
}

/** Nothing can be stored any more: whoever looks after the process starts it anew. */
function writerDied(error: Error): void {
  log.fatal({ err: error }, "The writer's thread died");
  logTo.flushSync();
  process.exit(1);
}

function openOwner(
  keptAt: string,
  { adminPassword, database }: Config,
  { vault }: Reading,
) {
  // Every collector of a server is told; a file would be one machine's.
  if (adminPassword !== null && isPostgres(database))
    return { password: adminPassword, line: [] };
  const { password, isNew } = ownerPassword({
    databasePath: keptAt,
    vault,
    given: adminPassword,
  });
  return { password, line: isNew ? [`Owner password: ${password}`] : [] };
}

function stopOnce(
  listening: Listening,
  parts: { unready(): void; close(): Promise<void> },
): () => void {
  let isStopping = false;
  const stop = async () => {
    parts.unready();
    await listening.drain(drainLimitMs);
    await parts.close();
    log.info("The collector has stopped");
    logTo.flushSync();
    process.exit(0);
  };
  return () => {
    if (isStopping) return;
    isStopping = true;
    stop().catch((error) => {
      log.fatal({ err: error }, "The collector could not stop in order");
      logTo.flushSync();
      process.exit(1);
    });
  };
}

function refuseToStart(problems: string[]): never {
  process.stderr.write(
    `The collector cannot start:\n${problems.map((one) => `  ${one}\n`).join("")}`,
  );
  process.exit(2);
}

function portProblem(error: NodeJS.ErrnoException): never {
  if (
    error.code === "EADDRINUSE" ||
    error.code === "EACCES" ||
    error.code === "EADDRNOTAVAIL" ||
    error.code === "ENOTFOUND"
  )
    throw new SetupProblem(
      `PORT, HOST: expected an address that is free to listen on, and got ${error.code}. Set PORT=0 to take any free port.`,
    );
  throw error;
}

/** The address as somebody on this machine would type it. */
function addressOf({ host }: Config, { port }: Listening): string {
  const isLocal = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host);
  const name = isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function stubCode(browserFiles: string): string {
  const path = `${browserFiles}/stub.js`;
  return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
}
