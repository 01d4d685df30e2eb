import type { forgetDeliveries } from "../actions/forget-deliveries.ts";
import type { settleDelivery } from "../actions/settle-delivery.ts";
import {
  dueEndpoints,
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
    name: "settleDelivery",
    input: Input<typeof settleDelivery>,
  ): ReturnType<typeof settleDelivery>;
  run(
    name: "forgetDeliveries",
    input: undefined,
  ): ReturnType<typeof forgetDeliveries>;
}

/** The jobs that empty the outbox, and keep its log from growing for ever. */
export function webhookJobs(needs: {
  writer: WebhookRunner;
  reading: Reading;
  network: WebhookNetwork;
  onError(error: unknown): void;
}): Job[] {
  const { writer, reading, network, onError } = needs;
  const deliverer = deliverWebhooks(
    {
      // Read beside the writer: while nothing is due, the disk is left alone.
      due: () => dueEndpoints(reading),
      take: (endpoint) => writer.run("takeDeliveries", { endpoint }),
      settle: (attempt) => writer.run("settleDelivery", attempt),
    },
    { send: sendOver(network), now: reading.now, chance: Math.random, onError },
  );
  return [
    { name: "deliver-webhooks", everyMs: 1_000, run: deliverer.run },
    {
      name: "forget-deliveries",
      everyMs: 60 * 60_000,
      run: () => writer.run("forgetDeliveries", undefined),
    },
  ];
}
