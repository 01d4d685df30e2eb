import { memberByToken } from "../actions/read-me.ts";
import { requireOrigin } from "./browser-calls.ts";
import type { Answer, Collector, HttpContext } from "./collector.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import { rememberedMe } from "./remembered-me.ts";
import { changeMe } from "./schemas/me.ts";
import { bearer } from "./server-calls.ts";

/** `GET /v1/me` */
export function me(collector: Collector) {
  const read = rememberedMe(collector.reading);
  return async (c: HttpContext): Promise<Response> => {
    await requireKnownOrigin(collector, c);
    const token = bearer(c);
    const bytes = token && (await read(token));
    if (!bytes) throw badToken();
    c.header("Cache-Control", "no-store");
    c.header("Content-Type", "application/json");
    return c.body(bytes);
  };
}

/** `PATCH /v1/me`: the name that friends may see, and which news were read. */
export function patchMe(collector: Collector) {
  return asMember(collector, async (c, memberId) => {
    const change = await readBody(c, changeMe);
    return c.json(
      await collector.writer.run("updateMe", { memberId, ...change }),
    );
  });
}

/** A handler for a member's own device. Throws `origin_not_allowed` or `bad_token`. */
export function asMember(
  collector: Collector,
  handle: (c: HttpContext, memberId: string) => Answer,
) {
  return async (c: HttpContext): Promise<Response> => {
    await requireKnownOrigin(collector, c);
    const token = bearer(c);
    const found = token && (await memberByToken(collector.reading, token));
    if (!found) throw badToken();
    return handle(c, found.memberId);
  };
}

async function requireKnownOrigin({ sites }: Collector, c: HttpContext) {
  const origin = c.req.header("origin");
  const isKnown = origin !== undefined && (await sites.isKnownOrigin(origin));
  requireOrigin(c, () => isKnown);
}

function badToken(): Refusal {
  return new Refusal(
    "bad_token",
    'Expected "Authorization: Bearer" with the member token that POST /v1/members answered. Join again to get one.',
    { headers: { "WWW-Authenticate": "Bearer" } },
  );
}
