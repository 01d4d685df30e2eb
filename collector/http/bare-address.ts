import type { Collector } from "./collector.ts";
import { openLater } from "./hosted/open-later.ts";
import type { Links } from "./known-links.ts";

/** `GET /`: whoever has only the host of a link, or cut it off, still reaches the shop. */
export function bareAddress(collector: Collector, links: Links) {
  return openLater(collector, async (c) => {
    const { landingUrl } = await links.any("");
    c.header("Cache-Control", "no-store");
    return c.redirect(landingUrl, 302);
  });
}
