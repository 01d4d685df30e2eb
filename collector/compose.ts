import { sql } from "kysely";
import { doctorKey } from "./actions/read-doctor.ts";
import { refuseWebhookUrl, resolveByDns } from "./actions/webhook-url.ts";
import type { Reading } from "./actions/work.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { databaseHealth } from "./database-health.ts";
import { databaseBytes, diskFreeBytes, logBytes } from "./database-size.ts";
import { checkSoundness } from "./database-soundness.ts";
import { newTroubles } from "./domain/troubles.ts";
import { eventWarnings } from "./event-warnings.ts";
import { ensureFirstSite } from "./first-run.ts";
import { foldLog } from "./fold-log.ts";
import { checkProgram } from "./http/check-program.ts";
import { type Counters, countOne } from "./http/counters.ts";
import { readStaticFiles } from "./http/static-files.ts";
import { startWriter } from "./ingest/start-writer.ts";
import { checkLedger } from "./jobs/check-ledger.ts";
import { eventJobs } from "./jobs/event-jobs.ts";
import { jobsOf, startJobs } from "./jobs/start-jobs.ts";
import { webhookJobs } from "./jobs/webhook-jobs.ts";
import { log, logTo } from "./log.ts";
import { prepareEngine } from "./open-engine.ts";
import { openOwner, stubCode } from "./open-owner.ts";
import { ownerReads } from "./owner/owner-deps.ts";
import { ownerPages } from "./owner/owner-pages.ts";
import { keepScripts, pinnedScript } from "./pinned-scripts.ts";
import { processGauges } from "./process-gauges.ts";
import { openVault } from "./storage/vault.ts";

/** What the build lays beside the process's entry. */
export interface BuiltFiles {
  writerEntry: URL;
  foldLogEntry: URL;
  quickCheckEntry: URL;
  browserFiles: string;
}

/** The one place where the parts meet, and the engine is named. */
export async function compose(
  config: Config,
  publicUrl: string,
  {
    writerEntry,
    foldLogEntry,
    quickCheckEntry,
    browserFiles,
    counters,
    connections,
  }: BuiltFiles & { counters: Counters; connections(): Promise<number> },
) {
  const { database } = config;
  const { masterKey, keptAt, openingProblem, openReader } =
    await prepareEngine(config);
  const vault = openVault(masterKey);
  const health = databaseHealth({
    read: () => sql`select 1`.execute(db),
    // Does hardly anything, and is committed all the same.
    write: () => writer.run("sumOrderHours", undefined),
  });
  const writer = await startWriter(
    writerEntry,
    { database, masterKey, publicUrl },
    writerDied,
    ({ commands, seconds, isStored }) => {
      health.committed({ isStored });
      counters.commits.observe(seconds);
      counters.commands += commands;
    },
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
  let isClosing = false;
  const jobFailed = (name: string, error: unknown) => {
    if (isClosing) return;
    countOne(counters.jobFailures, name);
    log.error(
      { err: error, job: name },
      "A job failed and will be tried again",
    );
  };
  const webhooks = webhookJobs({
    writer,
    reading,
    network: webhookNetwork,
    onError: (error) => jobFailed("deliver-webhooks", error),
  });
  const ledger = checkLedger(reading, (found) =>
    log.error({ found }, "A reward is not what the ledger says"),
  );
  const jobs = [
    ...jobsOf(writer),
    ledger,
    ...eventJobs({
      writer,
      keepDays: config.keepEventsDays,
      ...eventWarnings(log),
    }),
    ...webhooks.jobs,
  ];
  for (const { name } of jobs) counters.jobFailures.set(name, 0);
  const stopJobs = startJobs(jobs, jobFailed);
  let isReady = true;
  let sent: Promise<void> | null = null;
  const soundness = checkSoundness(quickCheckEntry, database, {
    onDamage: (found) =>
      log.error(
        { found },
        "The database is damaged: stop, and restore it from your backup",
      ),
    onFailure: (error) =>
      log.warn({ err: error }, "The database could not be read through"),
  });
  const endFolding = foldLog(foldLogEntry, database, log);
  const troubles = newTroubles();
  const { app, shortWay } = createApp({
    troubles,
    writer,
    reading,
    log,
    settings: {
      cookieDomain: config.cookieDomain,
      rateLimit: config.rateLimit,
      siteRateLimit: config.siteRateLimit,
      trustedProxies: config.trustedProxies,
    },
    files: readStaticFiles(
      browserFiles,
      keepScripts(browserFiles, keptAt, (folder, error) =>
        log.warn(
          { err: error, folder },
          "This version's scripts cannot be kept there: after an update, snippets that name it load nothing. Let this user write there; on PostgreSQL, name another folder in ENISHI_STATE_DIRECTORY",
        ),
      ),
    ),
    webhookNetwork,
    owner: ownerPages({
      adminPassword: owner.password,
      publicUrl,
      doctorKey: (siteId) => doctorKey(reading, { siteId }),
      stub: stubCode(browserFiles),
      pinned: pinnedScript(browserFiles),
      now: Date.now,
      troubles,
      checkProgram,
      refuseWebhookUrl: (url) => refuseWebhookUrl(url, webhookNetwork),
      read: ownerReads(reading),
      writer,
      report: (error) =>
        log.error({ err: error }, "Work that the owner began has failed"),
    }),
    isReady: async () => isReady && (await health.isWell()),
    counters,
    gauges: processGauges({
      reading,
      ledger: ledger.figures,
      soundness: soundness.figure,
      databaseBytes: () => databaseBytes(database, db),
      diskFreeBytes: () => diskFreeBytes(database),
      connections,
    }),
  });
  return {
    app,
    shortWay,
    firstRun: [...keys, ...owner.line].map((line) => `${line}\n`).join(""),
    unready() {
      isReady = false;
      // While callers are answered, so that both together take no longer than the longer.
      sent ??= webhooks.stop();
    },
    async close() {
      stopJobs();
      await sent;
      isClosing = true;
      soundness.stop();
      await endFolding();
      await writer.close();
      if (logBytes(database) > 0)
        log.warn(
          "The database's log could not be folded into it; the next start reads it, and nothing is lost",
        );
      await db.destroy();
    },
  };
}

/** Nothing can be stored any more: whoever looks after the process starts it anew. */
function writerDied(error: Error): void {
  log.fatal({ err: error }, "The writer's thread died");
  logTo.flushSync();
  process.exit(1);
}
