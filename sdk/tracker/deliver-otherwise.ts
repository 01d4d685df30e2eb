import type { EventBatch } from "../protocol/events.ts";

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
): Promise<Response> {
  const url = `${base}events`;
  const body = JSON.stringify(batch);
  if (body.length > maxKeepaliveLength) {
    return fetch(url, { method: "POST", body, credentials: "omit" });
  }
  // A beacon's fate is unknown: the event stays queued, and its id keeps it single.
  if (document.hidden) navigator.sendBeacon(url, body);
  const { events, ...sender } = JSON.parse(body) as EventBatch;
  const [event, another] = events;
  const isCounted = event && /^(click|lead|sale)$/.test(event.type);
  // A mail address and a customer would end in access logs.
  if (another || !isCounted || "email" in event || "customer" in event) {
    return answer(503);
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...sender, ...event })) {
    const isPlain = value !== Object(value);
    query.set(name, isPlain ? `${value}` : JSON.stringify(value));
  }
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(answer(202));
    image.onerror = () => resolve(answer(503));
    image.src = `${base}seen.gif?${query}`;
  });
}

/** As the collector would have answered. */
function answer(status: number): Response {
  return new Response("", { status });
}
