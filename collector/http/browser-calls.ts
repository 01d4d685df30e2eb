import type { MiddlewareHandler } from "hono";
import { isSiteOrigin, type SiteRecord } from "../actions/read-site.ts";
import {
  addressKey,
  clientAddress,
  type NodeBindings,
} from "./client-address.ts";
import type { Collector, HttpContext, HttpEnv } from "./collector.ts";
import { shown } from "./expectation.ts";
import { Refusal } from "./refusal.ts";

/** How long a browser may keep the answer to a preflight: Chromium's own bound. */
const preflightSeconds = "7200";

/** The headers by which a page on a known origin may read the answer, be it an error. */
export async function crossOriginHeaders(
  { sites }: Collector,
  c: HttpContext,
): Promise<Record<string, string>> {
  const origin = c.req.header("origin");
  if (origin === undefined || !(await sites.isKnownOrigin(origin)))
    return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Expose-Headers": "Enishi-Request-Id, Retry-After",
  };
}

/** For every call that a browser makes: readable by known pages, preflights answered, calls counted. */
export function browserCalls(collector: Collector): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const headers = await crossOriginHeaders(collector, c);
    if (c.req.method === "OPTIONS") return preflight(c, headers);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    countCall(collector, c);
    await next();
  };
}

/** Answers a preflight; an unknown origin gets nothing by which its page could go on. */
export function preflight(
  c: HttpContext,
  headers: Record<string, string>,
): Response {
  return c.body(
    null,
    204,
    "Access-Control-Allow-Origin" in headers
      ? {
          ...headers,
          "Access-Control-Allow-Methods": "GET, POST, PATCH",
          "Access-Control-Allow-Headers": "Authorization, Content-Type",
          "Access-Control-Max-Age": preflightSeconds,
        }
      : headers,
  );
}

/** The site of a public key, for a page on one of its origins. Throws `unknown_site` or `origin_not_allowed`. */
export async function siteOfBrowser(
  { sites, origin: own, troubles, reading }: Collector,
  c: HttpContext,
  key: string,
): Promise<SiteRecord> {
  const site = await sites.byPublicKey(key);
  const origin = c.req.header("origin") ?? null;
  const note = (kind: "unknown_key" | "origin" | "former_key", value: string) =>
    troubles.note(
      { siteId: site?.id ?? null, kind, value, origin },
      reading.now(),
    );
  if (!site) {
    note("unknown_key", key);
    throw new Refusal(
      "unknown_site",
      `Expected the public key of a site ("pk_...") and got ${shown(key)}. Copy the snippet from the owner's page.`,
    );
  }
  requireOrigin(c, (came) => {
    const isAllowed = came === own || isSiteOrigin(site, came);
    if (!isAllowed) note("origin", came);
    return isAllowed;
  });
  if (key !== site.publicKey) note("former_key", origin ?? "");
  return site;
}

/** Throws `origin_not_allowed`. A GET may lack `Origin`: browsers send none to their own origin or for images. */
export function requireOrigin(
  c: HttpContext,
  isAllowed: (origin: string) => boolean,
): void {
  const origin = c.req.header("origin");
  const mayLack = c.req.method === "GET" || c.req.method === "HEAD";
  if (origin === undefined ? mayLack : isAllowed(origin)) return;
  throw new Refusal(
    "origin_not_allowed",
    origin === undefined
      ? "Expected an Origin header, as browsers send it. Servers call with an API key."
      : `Expected one of the site's origins and got ${shown(origin)}. Add it to the site's origins.`,
  );
}

/** Throws `rate_limited` where an address calls too often. */
export function countCall(collector: Collector, c: HttpContext): void {
  const { settings, limit, reading } = collector;
  if (settings.rateLimit === 0) return;
  const waitSeconds = limit.take(callerKey(collector, c), reading.now());
  if (waitSeconds === 0) return;
  throw new Refusal(
    "rate_limited",
    `Expected at most ${settings.rateLimit} calls a minute from one address. Wait for ${waitSeconds} s.`,
    { headers: { "Retry-After": String(waitSeconds) } },
  );
}

/** One connection is one caller, unless a proxy carries many over it. */
const keyOfSocket = new WeakMap<object, string>();
let hasWarned = false;

function callerKey({ settings, log }: Collector, c: HttpContext): string {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket;
  const forwarded = c.req.header("x-forwarded-for");
  const { trustedProxies } = settings;
  if (forwarded !== undefined && trustedProxies === 0 && !hasWarned) {
    hasWarned = true;
    log.warn(
      {},
      "X-Forwarded-For came, but ENISHI_TRUST_PROXY is 0: every visitor behind the proxy counts as one address. Set it to the number of your proxies.",
    );
  }
  const known = socket && trustedProxies === 0 && keyOfSocket.get(socket);
  if (known) return known;
  const key = addressKey(
    clientAddress(socket?.remoteAddress ?? "", forwarded, trustedProxies),
  );
  if (socket && trustedProxies === 0) keyOfSocket.set(socket, key);
  return key;
}
