import { normaliseCode } from "../sdk/protocol/code.ts";
import {
  cookieName,
  parseReferralCookie,
} from "../sdk/protocol/referral-cookie.ts";
import { withParameters } from "../sdk/protocol/with-parameters.ts";

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

/** The click by which the code came here, as the tracker keeps it in either place. */
function clickOf(code: string): string | undefined {
  return kept
    .map((read) => parseReferralCookie(`${read()}`)?.touches?.last)
    .findLast((touch) => touch?.code === code)?.click;
}

/** The mirror and the cookie; either may be refused. */
const kept = [
  () => localStorage[cookieName],
  () => new RegExp(`(?:^|; )${cookieName}=([^;]*)`).exec(document.cookie)?.[1],
].map((read) => () => {
  try {
    return read();
  } catch {
    // The code alone will do.
  }
});

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
