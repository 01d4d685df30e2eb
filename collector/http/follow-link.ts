import type { Collector } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { landingPage } from "./hosted/landing-page.ts";
import { openLater } from "./hosted/open-later.ts";
import { previewPage } from "./hosted/preview-page.ts";
import { isPreviewBot } from "./known-bots.ts";
import type { Links } from "./known-links.ts";
import { leadToShop, type Query } from "./lead-to-shop.ts";

/** What every answer to a link has. */
export const ofRedirect = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer-when-downgrade",
};

/** `GET /r/:code`: takes a friend to the shop, and counts the click where somebody clicked. */
export function followLink(collector: Collector, links: Links) {
  const { reading } = collector;
  return openLater(collector, async (c) => {
    for (const [name, value] of Object.entries(ofRedirect))
      c.header(name, value);
    countCall(collector, c);
    const code = c.req.param("code") ?? "";
    const link = (await links.known(code)) ?? (await links.any(code));
    if (link.known && isPreviewBot(c.req.header("user-agent")))
      return previewPage(c, reading.publicUrl, link);
    const query: Query = (name) => c.req.query(name);
    const { shopUrl, cookie } = await leadToShop(collector, c, link, query);
    if (cookie !== null) c.header("Set-Cookie", cookie, { append: true });
    const page = query("page");
    // Whoever shares one page of the shop wants it to be seen.
    const isHosted =
      page !== undefined || (link.isHosted && query("to") === undefined);
    const isPreview = page === "preview";
    const { publicUrl } = reading;
    return isHosted
      ? landingPage(c, link, { shopUrl, isPreview, publicUrl })
      : c.redirect(shopUrl, 302);
  });
}
