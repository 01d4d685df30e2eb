import { readRedirect } from "../actions/read-redirect.ts";
import type { Collector, HttpContext } from "./collector.ts";

/** `GET /`: whoever has only the host of a link, or cut it off, still reaches the shop. */
export function bareAddress({ reading }: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { landingUrl } = await readRedirect(reading, { code: "" });
    c.header("Cache-Control", "no-store");
    return c.redirect(landingUrl, 302);
  };
}
