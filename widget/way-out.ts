import {
  cookieName,
  parseReferralCookie,
} from "../sdk/protocol/referral-cookie.ts";

/** The page's address with the referral back in it: another browser knows nothing of this one's storage. */
export function addressToGoOn(code: string, { href, search } = location) {
  const [page = ""] = href.split("#");
  if (/[?&]via=/.test(search)) return page;
  const click = clickOf(code);
  const mark = search ? "&" : "?";
  return `${page.replace(/\?$/, "")}${mark}via=${encodeURIComponent(code)}${click ? `&ec=${click}` : ""}`;
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
 */
export function wayOut(
  app: string,
  address: string,
  { userAgent } = navigator,
): string | undefined {
  if (app === "LINE") return `${address}&openExternalBrowser=1`;
  if (!/Android/.test(userAgent)) return;
  const [scheme, rest] = address.split("://");
  return `intent://${rest}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;S.browser_fallback_url=${encodeURIComponent(address)};end`;
}
