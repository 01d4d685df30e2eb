import { type Redirect, readRedirect } from "../actions/read-redirect.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { landingPage } from "./hosted/landing-page.ts";
import { previewPage } from "./hosted/preview-page.ts";
import { isPreviewBot } from "./known-bots.ts";
import { leadToShop, type Query } from "./lead-to-shop.ts";
import { remember } from "./remember.ts";

/** A link that many follow at once is read once a second. */
const freshMs = 1_000;

/** What every answer to a link has. */
export const ofRedirect = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer-when-downgrade",
};

/** The links as they are followed, remembered for a second; `null` where nobody has the code. */
export type KnownLinks = (code: string) => Promise<Redirect | null>;

export function knownLinks({ reading }: Collector): KnownLinks {
  return remember(
    async (code) => {
      const link = await readRedirect(reading, { code });
      return link.known ? link : null;
    },
    { freshMs, now: reading.now },
  );
}

/** `GET /r/:code`: takes a friend to the shop, and counts the click where somebody clicked. */
export function followLink(collector: Collector, knownLink: KnownLinks) {
  const { reading } = collector;
  return async (c: HttpContext): Promise<Response> => {
    countCall(collector, c);
    const code = c.req.param("code") ?? "";
    const link =
      (await knownLink(code)) ?? (await readRedirect(reading, { code }));
    for (const [name, value] of Object.entries(ofRedirect))
      c.header(name, value);
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
  };
}
