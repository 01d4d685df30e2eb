import type { Problem } from "../protocol/problem.ts";
import { toJson } from "./to-json.ts";

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
    });
    return { ...(await response.json().catch(() => null)), response };
  };
}
