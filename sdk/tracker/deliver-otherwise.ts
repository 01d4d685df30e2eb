import type { EventBatch, EventBatchAnswer } from "../protocol/events.ts";
import { toJson } from "./to-json.ts";
import { type Answer, longestAnswerMs } from "./transport.ts";

/** All keepalive requests of a page share 64 KiB; three bytes a character at worst. */
const maxKeepaliveLength = 20_000;

/**
 * Sends what fetch with `keepalive` could not: without it where there is too
 * much, by beacon from a page that is being left, or one event by the pixel,
 * for pages whose policy has `img-src` but no `connect-src` for the collector.
 */
export async function deliverOtherwise(
  base: string,
  batch: EventBatch,
): Promise<Answer<EventBatchAnswer>> {
  const url = `${base}events`;
  const body = toJson(batch);
  if (body.length > maxKeepaliveLength) {
    const signal = AbortSignal.timeout?.(longestAnswerMs) as AbortSignal;
    const init = { method: "POST", body, credentials: "omit", signal } as const;
    const response = await fetch(url, init);
    return { ...(await response.json().catch(() => null)), response };
  }
  // A beacon's fate is unknown: the event stays queued, and its id keeps it single.
  if (document.hidden) navigator.sendBeacon(url, body);
  const { events, ...sender } = JSON.parse(body) as EventBatch;
  const [event, another] = events;
  const isCounted = event && /^(click|lead|sale|forget)$/.test(event.type);
  // A mail address and a customer would end in access logs.
  if (another || !isCounted || "email" in event || "customer" in event) {
    return unanswered();
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...sender, ...event })) {
    query.set(name, typeof value === "object" ? toJson(value) : `${value}`);
  }
  return new Promise((resolve) => {
    const image = document.createElement("img");
    image.onload = () => resolve({ ...unanswered(), refused: [] });
    image.onerror = () => resolve(unanswered());
    setTimeout(image.onerror, longestAnswerMs);
    image.src = `${base}seen.gif?${query}`;
  });
}

/** As if the collector had not come to an answer. */
export function unanswered(): Answer<EventBatchAnswer> {
  return { response: { status: 503, headers: new Headers() } };
}
