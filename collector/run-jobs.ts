import type { WebhookNetwork } from "./actions/webhook-url.ts";
import type { Reading } from "./actions/work.ts";
import type { Config } from "./config.ts";
import { eventWarnings } from "./event-warnings.ts";
import { type Counters, countOne } from "./http/counters.ts";
import type { Writer } from "./ingest/writer.ts";
import { checkLedger, type LedgerFigures } from "./jobs/check-ledger.ts";
import { eventJobs } from "./jobs/event-jobs.ts";
import { jobsOf, startJobs } from "./jobs/start-jobs.ts";
import { webhookJobs } from "./jobs/webhook-jobs.ts";
import { log } from "./log.ts";

/** All that runs by itself. */
export interface RunningJobs {
  ledgerFigures(): LedgerFigures;
  /** Sends nothing more: receivers that are being told something may take a while, in which others are answered. */
  stopSending(): void;
  /** Resolves when no job is begun any more, and nothing is being sent. */
  stop(): Promise<void>;
}

/** Starts every job; one that fails is counted, logged and tried again. */
export function runJobs({
  config,
  writer,
  reading,
  webhookNetwork,
  counters,
}: {
  config: Config;
  writer: Writer;
  reading: Reading;
  webhookNetwork: WebhookNetwork;
  counters: Counters;
}): RunningJobs {
  let isOver = false;
  let sent: Promise<void> | null = null;
  const failed = (name: string, error: unknown) => {
    // The writer is being closed under it.
    if (isOver) return;
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
    onError: (error) => failed("deliver-webhooks", error),
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
  const stopJobs = startJobs(jobs, failed);
  return {
    ledgerFigures: ledger.figures,
    stopSending() {
      sent ??= webhooks.stop();
    },
    async stop() {
      stopJobs();
      await sent;
      isOver = true;
    },
  };
}
