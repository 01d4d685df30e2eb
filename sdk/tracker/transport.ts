import type { EventBatch } from "../protocol/events.ts";

/** What became of one attempt to send a batch. */
export interface Delivery {
  /** Nothing is left to send: accepted, or refused for good. */
  done: boolean;
  /** What the collector refused; without `index`, the whole batch. */
  refused?: { index?: number; code: string; message: string }[];
  /** How long the collector asked to wait, in seconds. */
  retryAfter?: number;
}

/** All keepalive requests of a page share 64 KiB; three bytes a character at worst. */
const maxKeepaliveLength = 20_000;

/** Sends a batch once. Rejects where fetch is blocked or there is no network. */
export async function post(
  batch: EventBatch,
  { collector, fetch }: { collector: string; fetch: typeof window.fetch },
): Promise<Delivery> {
  // A string goes as text/plain: no preflight, which could not finish while a page is left.
  const body = JSON.stringify(batch);
  const response = await fetch(`${collector}/v1/events`, {
    method: "POST",
    body,
    credentials: "omit",
    keepalive: body.length < maxKeepaliveLength,
  });
  const { refused, code, detail } = await response.json().catch(() => ({}));
  return {
    // A captive portal answers 200; 408 and 429 ask for another try.
    done: /^(202|4(?!08|29))/.test(`${response.status}`),
    refused: refused ?? (code && [{ code, message: detail }]),
    retryAfter: Number(response.headers.get("retry-after")),
  };
}
