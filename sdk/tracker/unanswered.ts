import type { EventBatchAnswer } from "../protocol/events.ts";
import type { Answer } from "./transport.ts";

/** As if the collector had not come to an answer. */
export function unanswered(): Answer<EventBatchAnswer> {
  return { response: { status: 503, headers: new Headers() } };
}
