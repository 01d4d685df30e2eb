import type { MiddlewareHandler } from "hono";
import { isSiteOrigin, type SiteRecord } from "../actions/read-site.ts";
import type { Caller } from "./caller.ts";
import type { Collector, HttpContext, HttpEnv } from "./collector.ts";
import { countCall, countCallOf } from "./count-call.ts";
import { shown } from "./expectation.ts";
import { Refusal } from "./refusal.ts";

/** How long a browser may keep the answer to a preflight: Chromium's own bound. */
const preflightSeconds = "7200";

/** The headers by which a page on a known origin may read the answer, be it an error. */
export async function crossOriginHeaders(
  { sites }: Collector,
  c: Caller,
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

/** The site of a public key, for a page on one of its origins that has something to record. Throws `unknown_site` or `origin_not_allowed`. */
export async function siteOfBrowser(
  collector: Collector,
  c: Caller,
  key: string,
): Promise<SiteRecord> {
  const site = await siteShownTo(collector, c, key);
  if (!site.closed) return site;
  throw new Refusal(
    "unknown_site",
    "This site is closed: no event or order is recorded for it. Take the snippet out of the page.",
  );
}

/** The same for what a page shows, to whomever the shop has signed for too: a closed site still says that its programmes have ended. */
export async function siteShownTo(
  collector: Collector,
  c: Caller,
  key: string,
): Promise<SiteRecord> {
  const { sites, origin: own, troubles, reading } = collector;
  const site = await sites.byPublicKey(key);
  const origin = originOf(c) ?? null;
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
    // Not where a frame has no origin: no owner could allow it, and what it tells by pictures is taken.
    if (!isAllowed && came !== opaque) note("origin", came);
    return isAllowed;
  });
  if (key !== site.publicKey) note("former_key", origin ?? "");
  countCallOf(collector, site);
  return site;
}

/** What a frame that has no origin says of it. */
const opaque = "null";

/** The origin that a call names; on a GET, a frame that has none is as one that names none: browsers differ in what they send for its pictures. */
export function originOf(c: Caller): string | undefined {
  const origin = c.req.header("origin");
  return origin === opaque && isReading(c) ? undefined : origin;
}

function isReading(c: Caller): boolean {
  return c.req.method === "GET" || c.req.method === "HEAD";
}

/** Throws `origin_not_allowed`. A GET may lack `Origin`: browsers send none to their own origin or for images. */
export function requireOrigin(
  c: Caller,
  isAllowed: (origin: string) => boolean,
): void {
  const origin = originOf(c);
  if (origin === undefined ? isReading(c) : isAllowed(origin)) return;
  throw new Refusal(
    "origin_not_allowed",
    origin === undefined
      ? "Expected an Origin header, as browsers send it. Servers call with an API key."
      : `Expected one of the site's origins and got ${shown(origin)}. Add it to the site's origins.`,
  );
}
