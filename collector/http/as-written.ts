import type { MiddlewareHandler } from "hono";
import type { HttpContext, HttpEnv } from "./collector.ts";
import { routeOf } from "./frame.ts";
import { Refusal } from "./refusal.ts";

/**
 * Answers an address only as it is written down, with escapes nowhere but in names and ids: `/%6fwner` and `/x/../owner`
 * would lead past a proxy that holds `/owner` back.
 */
export const asWritten: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (isRewritten(c))
    throw new Refusal(
      "not_found",
      "Nothing answers at an address that is written so. GET /openapi.json lists what does, to be asked for letter by letter.",
    );
  await next();
};

function isRewritten(c: HttpContext): boolean {
  const { path } = c.req;
  const written = pathOf(c.env?.incoming?.url ?? c.req.url);
  if (written === path) return false;
  const asked = written.split("/");
  const read = path.split("/");
  if (asked.length !== read.length) return true;
  const route = routeOf(c).split("/");
  return asked.some(
    (part, n) => part !== read[n] && !/^[:*]/.test(route[n] ?? "*"),
  );
}

/** As the line of the request has it: Node has not read it yet. */
function pathOf(address: string): string {
  const [path = ""] = address.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/);
  return path || "/";
}
