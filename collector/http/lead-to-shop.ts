import { parse, serialize } from "hono/utils/cookie";
import type { Touch } from "../../sdk/protocol/events.ts";
import { visitorPattern } from "../../sdk/protocol/limits.ts";
import {
  cookieName,
  deniedValue,
  formatReferralCookie,
  linkVisitorPrefix,
  parseReferralCookie,
} from "../../sdk/protocol/referral-cookie.ts";
import type { Redirect } from "../actions/read-redirect.ts";
import type { Caller } from "./caller.ts";
import type { Collector } from "./collector.ts";
import { isBot, isPrefetch } from "./known-bots.ts";
import { landingAddress } from "./landing-address.ts";

const cookieSeconds = 400 * 86_400;

/** Where a link leads a friend, and the cookie that they take along. */
export interface WayToShop {
  shopUrl: string;
  cookie: string | null;
}

/** What an address says behind its question mark. */
export type Query = (name: string) => string | undefined;

/** Counts the click where somebody clicked, and shows the way to the shop. */
export async function leadToShop(
  collector: Collector,
  c: Caller,
  link: Redirect,
  query: Query,
): Promise<WayToShop> {
  const { reading, newEventId } = collector;
  const { code, landingUrl, origins } = link;
  const to = query("to");
  const isClick =
    code !== null &&
    query("page") !== "preview" &&
    c.req.method === "GET" &&
    !isPrefetch((name) => c.req.header(name)) &&
    !isBot(c.req.header("user-agent"));
  if (!isClick) {
    const shopUrl = landingAddress({
      landingUrl,
      origins,
      to,
      code,
      click: null,
    });
    return { shopUrl, cookie: null };
  }
  const touch = { code, at: reading.now(), click: newEventId() };
  const { visitor, cookie } = rememberTouch(collector, c, link, touch);
  const channel = query("channel");
  const { siteId } = link;
  await collector.recordClick(c, { ...touch, siteId, visitor, channel });
  const { click } = touch;
  const shopUrl = landingAddress({ landingUrl, origins, to, code, click });
  return { shopUrl, cookie };
}

/**
 * On the shop's own domain a cookie from here outlives what Safari lets scripts
 * keep. It says all that the script would, a visitor id too, so that the script
 * need not write over it. Answers the cookie, and the visitor whom the browser has
 * shown that it keeps: whether it will keep a new one, its page tells.
 */
function rememberTouch(
  { settings, isSecure, newEventId }: Collector,
  c: Caller,
  { consent }: Redirect,
  touch: Touch,
): { visitor: string | null; cookie: string | null } {
  const none = { visitor: null, cookie: null };
  if (settings.cookieDomain === null || consent !== "granted") return none;
  // Global Privacy Control: the code stays in the address, as the tracker leaves it there too.
  if (c.req.header("sec-gpc") === "1") return none;
  const sent =
    parse(c.req.header("cookie") ?? "", cookieName)[cookieName] ?? "";
  if (sent === deniedValue) return none;
  const kept = parseReferralCookie(sent);
  const visitor = kept?.visitor?.match(visitorPattern)?.[0] ?? null;
  const value = formatReferralCookie({
    visitor: visitor ?? linkVisitorPrefix + newEventId(),
    touches: { first: kept?.touches?.first ?? touch, last: touch },
  });
  const cookie = serialize(cookieName, value, {
    path: "/",
    domain: settings.cookieDomain,
    maxAge: cookieSeconds,
    sameSite: "Lax",
    secure: isSecure,
  });
  return { visitor, cookie };
}
