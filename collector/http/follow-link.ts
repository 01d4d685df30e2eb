import { getCookie, setCookie } from "hono/cookie";
import type { Touch } from "../../sdk/protocol/events.ts";
import { visitorPattern } from "../../sdk/protocol/limits.ts";
import {
  cookieName,
  deniedValue,
  formatReferralCookie,
  linkVisitorPrefix,
  parseReferralCookie,
} from "../../sdk/protocol/referral-cookie.ts";
import { type Redirect, readRedirect } from "../actions/read-redirect.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { landingPage } from "./hosted/landing-page.ts";
import { previewPage } from "./hosted/preview-page.ts";
import { isBot, isPrefetch, isPreviewBot } from "./known-bots.ts";
import { landingAddress } from "./landing-address.ts";
import { remember } from "./remember.ts";
import { requestIdOf } from "./request-id.ts";

const cookieSeconds = 400 * 86_400;

/** A link that many follow at once is read once a second. */
const freshMs = 1_000;

/** `GET /r/:code`: takes a friend to the shop, and counts the click where somebody clicked. */
export function followLink(collector: Collector) {
  const { reading, newEventId } = collector;
  const knownLink = remember(
    async (code) => {
      const link = await readRedirect(reading, { code });
      return link.known ? link : null;
    },
    { freshMs, now: reading.now },
  );
  return async (c: HttpContext): Promise<Response> => {
    countCall(collector, c);
    const code = c.req.param("code") ?? "";
    const link =
      (await knownLink(code)) ?? (await readRedirect(reading, { code }));
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer-when-downgrade");
    const userAgent = c.req.header("user-agent");
    if (link.known && isPreviewBot(userAgent))
      return previewPage(c, reading.publicUrl, link);
    const page = c.req.query("page");
    const isPreview = page === "preview";
    const isClick =
      link.code !== null &&
      !isPreview &&
      c.req.method === "GET" &&
      !isPrefetch((name) => c.req.header(name)) &&
      !isBot(userAgent);
    const touch =
      isClick && link.code !== null
        ? { code: link.code, at: reading.now(), click: newEventId() }
        : null;
    if (touch) {
      const visitor = rememberTouch(collector, c, link, touch);
      await recordClick(collector, c, link, { ...touch, visitor });
    }
    const { landingUrl, origins } = link;
    const to = c.req.query("to");
    const shopUrl = landingAddress({
      landingUrl,
      origins,
      to,
      code: link.code,
      click: touch?.click ?? null,
    });
    // Whoever shares one page of the shop wants it to be seen.
    const isHosted = page !== undefined || (link.isHosted && to === undefined);
    return isHosted
      ? landingPage(c, link, {
          shopUrl,
          isPreview,
          publicUrl: reading.publicUrl,
        })
      : c.redirect(shopUrl, 302);
  };
}

/** A click that cannot be stored never keeps a friend from the shop. */
async function recordClick(
  { writer, log }: Collector,
  c: HttpContext,
  { siteId }: Redirect,
  { code, at, click, visitor }: Required<Touch> & { visitor: string | null },
): Promise<void> {
  const channel = c.req.query("channel")?.replaceAll("\0", "").toWellFormed();
  try {
    await writer.run("recordEvents", {
      siteId,
      origin: null,
      receivedAt: at,
      visitor,
      events: [
        {
          kind: "click",
          id: click,
          at,
          code,
          channel: channel?.slice(0, 40) || null,
          url: null,
          click: null,
          referrer: referringHost(c.req.header("referer")),
          bot: false,
        },
      ],
    });
  } catch (error) {
    log.warn(
      { requestId: requestIdOf(c), err: error },
      "A click was not stored",
    );
  }
}

/** Only the host: what page it was is nobody's business. */
function referringHost(referrer: string | undefined): string | null {
  return URL.parse(referrer ?? "")?.hostname.slice(0, 253) || null;
}

/**
 * On the shop's own domain a cookie from here outlives what Safari lets scripts
 * keep. It says all that the script would, a visitor id too, so that the script
 * need not write over it. Answers the visitor whom the browser has shown that
 * it keeps: whether it will keep a new one, its page tells.
 */
function rememberTouch(
  { settings, isSecure, newEventId }: Collector,
  c: HttpContext,
  { consent }: Redirect,
  touch: Touch,
): string | null {
  if (settings.cookieDomain === null || consent !== "granted") return null;
  // Global Privacy Control: the code stays in the address, as the tracker leaves it there too.
  if (c.req.header("sec-gpc") === "1") return null;
  const cookie = getCookie(c, cookieName) ?? "";
  if (cookie === deniedValue) return null;
  const kept = parseReferralCookie(cookie);
  const visitor = kept?.visitor?.match(visitorPattern)?.[0] ?? null;
  const value = formatReferralCookie({
    visitor: visitor ?? linkVisitorPrefix + newEventId(),
    touches: { first: kept?.touches?.first ?? touch, last: touch },
  });
  setCookie(c, cookieName, value, {
    path: "/",
    domain: settings.cookieDomain,
    maxAge: cookieSeconds,
    sameSite: "Lax",
    secure: isSecure,
  });
  return visitor;
}
