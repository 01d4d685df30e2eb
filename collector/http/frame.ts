import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Collector, HttpContext, HttpEnv } from "./collector.ts";
import { countAnswer } from "./counters.ts";
import { logAnswer } from "./log-answer.ts";
import { kindOfCall } from "./metrics/kind-of-call.ts";
import { onceASecond } from "./once-a-second.ts";
import { requestIdOf } from "./request-id.ts";
import { securityHeaders } from "./security-headers.ts";

/** Around every request but the beacons': request id, security headers, count and log line. */
export function frame(collector: Collector): MiddlewareHandler<HttpEnv> {
  const { log, counters, isSecure } = collector;
  const secure = Object.entries(securityHeaders(isSecure));
  const sparingly = onceASecond((count) =>
    log.error({ status: 503, count }, "answered so, besides"),
  );
  return async (c, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(c);
    await next();
    const { headers, status } = c.res;
    headers.set("Enishi-Request-Id", requestId);
    for (const [name, value] of secure) {
      if (!headers.has(name)) headers.set(name, value);
    }
    const { method } = c.req;
    const route = routeOf(c);
    const kind = kindOfCall(method, route);
    countAnswer(counters, { status, kind, startedAt });
    const say = () =>
      logAnswer(log, { requestId, method, route, status, startedAt });
    // While the database is away, everybody is told so.
    if (status === 503) sparingly(say);
    else say();
  };
}

/** What is around all routes matches too, and may stand behind the one that answers. */
export function routeOf(c: HttpContext): string {
  const around = "/*";
  const own = matchedRoutes(c).findLast(({ path }) => path !== around);
  return own?.path ?? around;
}
