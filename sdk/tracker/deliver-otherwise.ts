import type {
  EnishiEvent,
  EventBatch,
  EventBatchAnswer,
} from "../protocol/events.ts";
import { toJson } from "./to-json.ts";
import { type Answer, longestAnswerMs } from "./transport.ts";
import { unanswered } from "./unanswered.ts";

/** All keepalive requests of a page share 64 KiB; three bytes a character at worst. */
const maxKeepaliveLength = 20_000;

/** Sends without `keepalive` what is too much with it; answers nothing for what is not. */
export async function sendWhole(
  base: string,
  batch: EventBatch,
): Promise<Answer<EventBatchAnswer> | undefined> {
  const body = toJson(batch);
  if (body.length <= maxKeepaliveLength) return;
  const signal = AbortSignal.timeout?.(longestAnswerMs) as AbortSignal;
  const init = { method: "POST", body, credentials: "omit", signal } as const;
  const response = await fetch(`${base}events`, init);
  return { ...(await response.json().catch(() => null)), response };
}

/**
 * Sends one event by the pixel, for pages whose policy has `img-src` but no
 * `connect-src` for the collector.
 */
export async function sendByPixel(
  base: string,
  batch: EventBatch,
  isForbidden: boolean,
): Promise<Answer<EventBatchAnswer>> {
  const { events, ...sender } = JSON.parse(toJson(batch)) as EventBatch;
  const event = events[0] && forPixel(events[0], isForbidden);
  if (!event) return unanswered();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...sender, ...event })) {
    query.set(name, typeof value === "object" ? toJson(value) : `${value}`);
  }
  return new Promise((resolve) => {
    const image = document.createElement("img");
    // Two points wide: refused for now.
    image.onload = () =>
      resolve({
        ...unanswered(),
        ...(image.naturalWidth < 2 && { refused: [] }),
      });
    image.onerror = () => resolve(unanswered());
    setTimeout(image.onerror, longestAnswerMs);
    image.src = `${base}seen.gif?${query}`;
  });
}

/** A mail address and a customer would end in access logs: such an event waits for fetch, and where the page's policy forbids that for good, it goes without them. */
function forPixel(event: EnishiEvent, isForbidden: boolean): object | null {
  const { email, customer, ...rest } = event as Partial<
    Record<"email" | "customer", unknown>
  > &
    EnishiEvent;
  const isCounted = /^(click|lead|sale|forget)$/.test(event.type);
  return isCounted && (isForbidden || !(email || customer)) ? rest : null;
}
