/** What a call came to: `body` where the collector answered 2xx; status 0 is no answer at all. */
export interface Reply<Body> {
  status: number;
  body?: Body;
}

export interface Call {
  /** `POST` where there is a body, else `GET`. */
  method?: string;
  /** Member token for `Authorization`. */
  token?: string | undefined;
  body?: object;
}

export type CallCollector = <Body>(
  url: string,
  call?: Call,
) => Promise<Reply<Body>>;

/** A phone in a tunnel gets its retry button after this long. */
const patienceMs = 15_000;

/** Calls to the collector by the given fetch: without cookies, and never rejecting. */
export function collectorClient(fetch: typeof window.fetch): CallCollector {
  return async (url, { token, body, method = body ? "POST" : "GET" } = {}) => {
    try {
      const response = await fetch(url, {
        method,
        credentials: "omit",
        signal: AbortSignal.timeout(patienceMs),
        headers: token ? { Authorization: `Bearer ${token}` } : {},
        // As text: JSON by its name would cost a preflight.
        body: JSON.stringify(body),
      });
      const { ok, status } = response;
      return ok ? { status, body: await response.json() } : { status };
    } catch {
      return { status: 0 };
    }
  };
}
