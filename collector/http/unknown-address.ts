import type { Hono } from "hono";
import type { HttpContext, HttpEnv } from "./collector.ts";
import { Refusal } from "./refusal.ts";

/** For addresses that no route answers: `method_not_allowed` with what would be, or `not_found`. */
export function unknownAddress(app: Hono<HttpEnv>) {
  const routes = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (c: HttpContext): Refusal => {
    const methods = new Set(
      routes
        .filter(({ pattern }) => pattern.test(c.req.path))
        .map(({ method }) => method),
    );
    if (methods.size === 0)
      return new Refusal(
        "not_found",
        "Nothing answers at this address. GET /openapi.json lists what does.",
      );
    const allow = [...methods].sort().join(", ");
    return new Refusal(
      "method_not_allowed",
      `Expected one of ${allow} at this address.`,
      { headers: { Allow: allow } },
    );
  };
}

/** `/v1/members/:externalId` as an expression. */
function patternOf(path: string): RegExp {
  const parts = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\/:\w+/g, "/[^/]+")
    .replace(/\/\*$/, "(/.*)?");
  return new RegExp(`^${parts}$`);
}
