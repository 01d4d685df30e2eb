import type { EventBatch } from "../protocol/events.ts";

/**
 * Sends what fetch could not: by beacon from a page that is being left, or one
 * event by the pixel, for pages whose policy has `img-src` but no `connect-src`
 * for the collector. Answers whether it surely arrived.
 */
export async function deliverOtherwise(
  batch: EventBatch,
  collector: string,
): Promise<boolean> {
  const url = `${collector}/v1/events`;
  if (document.hidden && isNear(url)) {
    // A beacon's fate is unknown: the event stays queued, and its id keeps it single.
    if (navigator.sendBeacon(url, JSON.stringify(batch))) return false;
  }
  return sendImage(batch, collector);
}

/** Same site, roughly: privacy lists block every cross-site beacon. */
function isNear(url: string): boolean {
  const site = location.hostname.split(".").slice(-2).join(".");
  return new URL(url).hostname.endsWith(site);
}

async function sendImage(
  { site, visitor, events: [event, another] }: EventBatch,
  collector: string,
): Promise<boolean> {
  const fields: Record<string, unknown> = { site, visitor, ...event };
  const isCounted = /^(click|lead|sale)$/.test(`${fields.type}`);
  // A mail address and a customer would end in access logs.
  if (another || !isCounted || fields.email || fields.customer) return false;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    query.set(name, name === "touch" ? JSON.stringify(value) : `${value}`);
  }
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = `${collector}/v1/seen.gif?${query}`;
  });
}
