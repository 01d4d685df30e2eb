import type { EventBatch, EventBatchAnswer } from "../protocol/events.ts";
import type { Problem } from "../protocol/problem.ts";

/** The collector's answer to a batch: `refused` with 202, a problem otherwise. */
export interface Outcome
  extends Partial<EventBatchAnswer>,
    Partial<Pick<Problem, "code" | "detail">> {
  response: Response;
}

/** All keepalive requests of a page share 64 KiB; three bytes a character at worst. */
const maxKeepaliveLength = 20_000;

/** Sends a batch once. Rejects where fetch is blocked or there is no network. */
export async function post(
  batch: EventBatch,
  { collector, fetch }: { collector: string; fetch: typeof window.fetch },
): Promise<Outcome> {
  // A string goes as text/plain: no preflight, which could not finish while a page is left.
  const body = JSON.stringify(batch);
  const response = await fetch(`${collector}/v1/events`, {
    method: "POST",
    body,
    credentials: "omit",
    keepalive: body.length < maxKeepaliveLength,
  });
  return { response, ...(await response.json().catch(() => null)) };
}
