import type { Problem } from "../protocol/problem.ts";

/** What the collector said, a problem or not. */
export type Answer<Body> = Partial<Body> &
  Partial<Pick<Problem, "code" | "detail">> &
  Pick<Response, "status" | "headers">;

/** Asks the collector once. Rejects where fetch is blocked or there is no network. */
export type Ask = <Body>(path: string, data?: object) => Promise<Answer<Body>>;

export function openLine(collector: string, fetch: typeof window.fetch): Ask {
  return async (path, data) => {
    // A string goes as text/plain: no preflight, which could not finish while a page is left.
    const response = await fetch(`${collector}/v1/${path}`, {
      ...(data && { method: "POST", body: JSON.stringify(data) }),
      credentials: "omit",
      keepalive: true,
    });
    const { status, headers } = response;
    return { ...(await response.json().catch(() => null)), status, headers };
  };
}
