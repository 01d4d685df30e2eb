import type { SiteRecord } from "../actions/read-site.ts";
import type { Answer, Collector, HttpContext } from "./collector.ts";
import { countCallOf } from "./count-call.ts";
import { Refusal } from "./refusal.ts";

/** Longer than any key or token of ours. */
const longestBearer = 400;

/** A handler for a shop's server: it gets the site whose API key came. Throws `bad_key` or `rate_limited`. */
export function asServer(
  collector: Collector,
  handle: (c: HttpContext, site: SiteRecord) => Answer,
): (c: HttpContext) => Promise<Response> {
  return async (c) => {
    const site = await siteOfServer(collector, c);
    if (!site)
      throw new Refusal(
        "bad_key",
        'Expected "Authorization: Bearer sk_..." with an API key of this collector.',
        { headers: { "WWW-Authenticate": "Bearer" } },
      );
    countCallOf(collector, site);
    return handle(c, site);
  };
}

export async function siteOfServer(
  { sites, keyUse }: Collector,
  c: HttpContext,
): Promise<SiteRecord | null> {
  const key = bearer(c);
  const site = key === null ? null : await sites.byApiKey(key);
  if (site && key !== null) keyUse.note(key);
  return site;
}

/** What comes after `Authorization: Bearer`. */
export function bearer(c: HttpContext): string | null {
  const [, token] =
    /^Bearer +([\w.~+/=-]+) *$/i.exec(c.req.header("authorization") ?? "") ??
    [];
  return token && token.length <= longestBearer ? token : null;
}
