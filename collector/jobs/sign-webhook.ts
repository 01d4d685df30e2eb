import { createHmac } from "node:crypto";

/**
 * The headers that prove a message, by the Standard Webhooks specification.
 * The id stays the same over all attempts; the time is this attempt's.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(message: {
  id: string;
  /** `whsec_` and base64. */
  secret: string;
  payload: string;
  now: number;
}): Record<string, string> {
  const { id, secret, payload, now } = message;
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key)
    .update(`${id}.${timestamp}.${payload}`)
    .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
