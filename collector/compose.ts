import { doctorKey } from "./actions/read-doctor.ts";
import { refuseWebhookUrl, resolveByDns } from "./actions/webhook-url.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { databaseBytes, diskFreeBytes, logBytes } from "./database-size.ts";
import { newTroubles } from "./domain/troubles.ts";
import { ensureFirstSite } from "./first-run.ts";
import { checkProgram } from "./http/check-program.ts";
import type { Counters } from "./http/counters.ts";
import { readStaticFiles } from "./http/static-files.ts";
import { log } from "./log.ts";
import { openDatabase } from "./open-database.ts";
import { openOwner, stubCode } from "./open-owner.ts";
import { ownerReads } from "./owner/owner-deps.ts";
import { ownerPages } from "./owner/owner-pages.ts";
import { keepScripts, pinnedScript } from "./pinned-scripts.ts";
import { processGauges } from "./process-gauges.ts";
import { runJobs } from "./run-jobs.ts";
import { tendDatabase } from "./tend-database.ts";

/** What the build lays beside the process's entry. */
export interface BuiltFiles {
  writerEntry: URL;
  foldLogEntry: URL;
  quickCheckEntry: URL;
  browserFiles: string;
}

/** The one place where the parts meet. */
export async function compose(
  config: Config,
  publicUrl: string,
  built: BuiltFiles & { counters: Counters; connections(): Promise<number> },
) {
  const { database } = config;
  const { browserFiles, counters, connections } = built;
  const { writer, reading, keptAt, isWell } = await openDatabase(
    config,
    publicUrl,
    built,
  );
  const keys = await ensureFirstSite(config, reading, writer);
  const owner = openOwner(keptAt, config, reading);
  const webhookNetwork = {
    allowPrivate: config.webhooksAllowPrivate,
    resolve: resolveByDns,
  };
  const jobs = runJobs({ config, writer, reading, webhookNetwork, counters });
  const tending = tendDatabase(database, built);
  const troubles = newTroubles();
  let isReady = true;
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
    isReady: async () => isReady && (await isWell()),
    counters,
    gauges: processGauges({
      reading,
      ledger: jobs.ledgerFigures,
      soundness: tending.soundness,
      databaseBytes: () => databaseBytes(database, reading.db),
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
      jobs.stopSending();
    },
    async close() {
      await jobs.stop();
      await tending.stop();
      await writer.close();
      if (logBytes(database) > 0)
        log.warn(
          "The database's log could not be folded into it; the next start reads it, and nothing is lost",
        );
      await reading.db.destroy();
    },
  };
}
