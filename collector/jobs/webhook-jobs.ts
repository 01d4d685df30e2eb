import type { forgetDeliveries } from "../actions/forget-deliveries.ts";
import type { settleDelivery } from "../actions/settle-delivery.ts";
import {
  dueEndpoints,
  type giveBackDeliveries,
  type takeDeliveries,
} from "../actions/take-deliveries.ts";
import type { WebhookNetwork } from "../actions/webhook-url.ts";
import type { Reading } from "../actions/work.ts";
import { deliverWebhooks } from "./deliver-webhooks.ts";
import { sendOver } from "./send-webhook.ts";
import type { Job } from "./start-jobs.ts";

type Input<Action extends (work: never, input: never) => unknown> =
  Parameters<Action>[1];

/** Runs the actions that deliveries need; the collector's writer fits. */
export interface WebhookRunner {
  run(
    name: "takeDeliveries",
    input: Input<typeof takeDeliveries>,
  ): ReturnType<typeof takeDeliveries>;
  run(
    name: "giveBackDeliveries",
    input: Input<typeof giveBackDeliveries>,
  ): ReturnType<typeof giveBackDeliveries>;
  run(
    name: "settleDelivery",
    input: Input<typeof settleDelivery>,
  ): ReturnType<typeof settleDelivery>;
  run(
    name: "forgetDeliveries",
    input: undefined,
  ): ReturnType<typeof forgetDeliveries>;
}

/** So long a stop waits for receivers that are being told something. */
const stopLimitMs = 3_000;

/** The jobs that empty the outbox, and keep its log from growing for ever; and what ends the deliveries under way. */
export function webhookJobs(needs: {
  writer: WebhookRunner;
  reading: Reading;
  network: WebhookNetwork;
  onError(error: unknown): void;
}): { jobs: Job[]; stop(): Promise<void> } {
  const { writer, reading, network, onError } = needs;
  const deliverer = deliverWebhooks(
    {
      // Read beside the writer: while nothing is due, the disk is left alone.
      due: () => dueEndpoints(reading),
      take: (endpoint) => writer.run("takeDeliveries", { endpoint }),
      settle: (attempt) => writer.run("settleDelivery", attempt),
      giveBack: (deliveries) =>
        writer.run("giveBackDeliveries", { deliveries }),
    },
    { send: sendOver(network), now: reading.now, chance: Math.random, onError },
  );
  const jobs = [
    { name: "deliver-webhooks", everyMs: 1_000, run: deliverer.run },
    {
      name: "forget-deliveries",
      everyMs: 60 * 60_000,
      run: () => writer.run("forgetDeliveries", undefined),
    },
  ];
  return { jobs, stop: () => deliverer.stop(stopLimitMs) };
}
