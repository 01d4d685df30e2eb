/** What a page asks before anybody is identified. */
import { checkCode as readCodeCheck } from "../actions/check-code.ts";
import { readSettings } from "../actions/read-settings.ts";
import { siteShownTo } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { queryOf } from "./query.ts";
import { readBody } from "./read-body.ts";
import { codeCheck, settingsQuery } from "./schemas/offers.ts";

/** `POST /v1/codes/check` */
export function checkCode(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { site: key, code } = await readBody(c, codeCheck);
    const site = await siteShownTo(collector, c, key);
    c.header("Cache-Control", "no-store");
    return c.json(
      await readCodeCheck(collector.reading, { siteId: site.id, code }),
    );
  };
}

/** `GET /v1/settings` */
export function settings(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { site: key, program } = queryOf(c, settingsQuery);
    const site = await siteShownTo(collector, c, key);
    c.header("Cache-Control", "public, max-age=60");
    return c.json(
      await readSettings(collector.reading, {
        siteId: site.id,
        program: program ?? null,
      }),
    );
  };
}
