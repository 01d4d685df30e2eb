/** Endpoints and deliveries: what comes in, and what is answered. */
import { z } from "zod";
import { webhookTypes } from "../../../sdk/protocol/webhook.ts";
import { listOf } from "./answer-fields.ts";
import { says, text, webUrl } from "./fields.ts";
import { pagingBy } from "./paging.ts";

const eventsWords = says(`a list of some of ${webhookTypes.join(", ")}`);

export const endpointBody = z.strictObject({
  url: webUrl,
  events: z
    .array(z.enum(webhookTypes, eventsWords), eventsWords)
    .min(1, eventsWords)
    .max(100, eventsWords),
});

const states = ["pending", "delivered", "failed"] as const;

export const deliveriesQuery = z.strictObject({
  ...pagingBy("dlv"),
  endpoint: z.exactOptional(text()),
  state: z.exactOptional(z.enum(states)),
});

const instant = z.int().meta({ description: "Epoch milliseconds" });

export const endpointAnswer = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookTypes)),
  state: z.enum(["enabled", "disabled"]),
  because: z.enum(["gone", "failing"]).nullable(),
  failingSince: instant.nullable(),
  createdAt: instant,
});

export const newEndpointAnswer = endpointAnswer.extend({
  secret: z.string().meta({ description: "whsec_..., shown this once" }),
});

export const deliveryAnswer = z.strictObject({
  id: z.string(),
  endpoint: z.string(),
  type: z.string(),
  state: z.enum(states),
  because: z
    .enum([
      "refused",
      "redirected",
      "gone",
      "timed_out",
      "unreachable",
      "private_address",
      "endpoint_disabled",
    ])
    .nullable(),
  attempts: z.int(),
  status: z.int().nullable(),
  detail: z.string().nullable(),
  nextAttemptAt: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  createdAt: instant,
  payload: z.strictObject({
    type: z.string(),
    timestamp: z.string().meta({ description: "ISO 8601" }),
    data: z.record(z.string(), z.unknown()),
  }),
});

export const endpointsAnswer = listOf(endpointAnswer);
export const deliveriesAnswer = listOf(deliveryAnswer);
