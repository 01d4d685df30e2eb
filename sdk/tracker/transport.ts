import type { Problem } from "../protocol/problem.ts";
import { toJson } from "./to-json.ts";

/** A collector that has not answered by then holds nothing up: the event is sent again. */
export const longestAnswerMs = 30_000;

/** What the collector said, a problem or not. */
export type Answer<Body> = Partial<Body> &
  Partial<Pick<Problem, "code" | "detail">> & {
    response: Pick<Response, "status" | "headers">;
  };

/** Asks the collector once. Rejects where fetch is blocked or there is no network. */
export type Ask = <Body>(path: string, data?: object) => Promise<Answer<Body>>;

export function openLine(collector: string, fetch: typeof window.fetch): Ask {
  return async (path, data) => {
    // A string goes as text/plain: no preflight, which could not finish while a page is left.
    const response = await fetch(`${collector}/v1/${path}`, {
      ...(data && { method: "POST", body: toJson(data) }),
      keepalive: true,
      credentials: "omit",
      // Safari has it since version 16.
      signal: AbortSignal.timeout?.(longestAnswerMs) as AbortSignal,
    });
    return { ...(await response.json().catch(() => {})), response };
  };
}
