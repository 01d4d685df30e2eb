import { createHmac, timingSafeEqual } from "node:crypto";

/** A delivery older or newer than this is a replay, or somebody's clock is wrong. */
const toleranceSeconds = 5 * 60;

type HeaderValue = string | string[] | null | undefined;

/** A `Headers` object, or Node's plain one. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, HeaderValue>>;

/**
 * Verifies a webhook by the Standard Webhooks specification and answers its
 * parsed body. Pass the body exactly as it came, before any JSON parser.
 *
 * Throws an `Error` that says what was wrong: a header is missing, the time is
 * more than five minutes off, or no signature fits. Answer 400 then.
 *
 * @example
 * const event = verifyWebhook(await request.text(), request.headers, secret);
 */
export function verifyWebhook(
  payload: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string,
  { now = Date.now() }: { now?: number } = {},
): unknown {
  const id = header(headers, "webhook-id");
  const timestamp = header(headers, "webhook-timestamp");
  const signatures = header(headers, "webhook-signature");
  const body = Buffer.from(payload);
  if (!/^\d+$/.test(timestamp)) {
    throw new Error(
      `Expected webhook-timestamp in seconds, got ${JSON.stringify(timestamp)}.`,
    );
  }
  const ageSeconds = now / 1000 - Number(timestamp);
  if (Math.abs(ageSeconds) > toleranceSeconds) {
    throw new Error(
      `Expected a webhook of the last five minutes, got one of ${timestamp}. Check this server's clock.`,
    );
  }
  const expected = createHmac("sha256", keyOf(secret))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  const isSigned = signatures.split(" ").some((entry) => {
    const [version, signature = ""] = entry.split(",");
    const given = Buffer.from(signature, "base64");
    return (
      version === "v1" &&
      given.length === expected.length &&
      timingSafeEqual(given, expected)
    );
  });
  if (!isSigned) {
    throw new Error(
      "Expected a v1 signature by this endpoint's secret, and none fits. Check the secret, and that the body is unchanged.",
    );
  }
  return JSON.parse(body.toString("utf8"));
}

function header(headers: WebhookHeaders, name: string): string {
  const value =
    typeof headers.get === "function"
      ? headers.get(name)
      : (headers as Record<string, HeaderValue>)[name];
  if (typeof value !== "string" || !value) {
    throw new Error(
      `Expected one ${name} header, got ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (!key.length) {
    throw new Error("Expected the endpoint's `whsec_...` secret, got nothing.");
  }
  return key;
}
