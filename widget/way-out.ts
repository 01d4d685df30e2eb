import { normaliseCode } from "../sdk/protocol/code.ts";
import {
  cookieName,
  parseReferralCookie,
} from "../sdk/protocol/referral-cookie.ts";

/**
 * The page's address with the referral back in its query, its route as it is: another browser knows nothing of this one's
 * storage. Other people's `via` stays, since the tracker looks at each.
 */
export function addressToGoOn(code: string, { href, search } = location) {
  const carried = new URLSearchParams(search).getAll("via");
  if (carried.some((via) => normaliseCode(via) === code)) return href;
  const click = clickOf(code);
  return withParameters(
    href,
    `via=${encodeURIComponent(code)}${click ? `&ec=${click}` : ""}`,
  );
}

/** At the end of the query, which is before the fragment; everything else stays as it is written. */
function withParameters(address: string, parameters: string): string {
  const [, page = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(address) ?? [];
  const mark = /[?&]$/.test(page) ? "" : page.includes("?") ? "&" : "?";
  return `${page}${mark}${parameters}${fragment}`;
}

/** The click by which the code came here, as the tracker keeps it. */
function clickOf(code: string): string | undefined {
  try {
    const kept = parseReferralCookie(localStorage[cookieName] ?? "");
    const touch = kept?.touches?.last;
    return touch?.code === code ? touch.click : undefined;
  } catch {
    // Storage may be refused: the code alone will do.
  }
}

/**
 * Where a link has to lead for an app to hand the page over to the person's
 * own browser, or nothing where an app knows no such link. LINE documents its
 * parameter; Android has intents, and goes on in the app where it refuses one.
 * Android splits one at its last `#`, so that a route before it goes along; where an app does not, the referral, being in
 * the query, does all the same.
 */
export function wayOut(
  app: string,
  address: string,
  { userAgent } = navigator,
): string | undefined {
  if (app === "LINE") return withParameters(address, "openExternalBrowser=1");
  if (!/Android/.test(userAgent)) return;
  const [scheme, rest] = address.split("://");
  return `intent://${rest}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;S.browser_fallback_url=${encodeURIComponent(address)};end`;
}
