import type { Touches } from "../protocol/events.ts";
import {
  cookieName,
  parseReferralCookie,
} from "../protocol/referral-cookie.ts";

export interface ReferralCookie {
  /** The code of the last touch. */
  code: string;
  /** First and last touch; the programme says which is credited. */
  touches: Touches;
  /** This browser's id, where the page has given it one. */
  visitor: string | null;
}

/**
 * Reads the referral from a request's `Cookie` header, so that a blocked script
 * costs nothing: pass `code` and `visitor` to `POST /v1/conversions`. Answers
 * `null` where nobody referred this browser, and for anything malformed.
 *
 * @example
 * const referral = readReferral(request.headers.get("cookie"));
 * const body = { type: "sale", orderId: "1001", visitor: referral?.visitor };
 */
export function readReferral(
  cookieHeader: string | null | undefined,
): ReferralCookie | null {
  for (const pair of (cookieHeader ?? "").split(";")) {
    const cookie = pair.trim();
    if (!cookie.startsWith(`${cookieName}=`)) continue;
    const state = parseReferralCookie(cookie.slice(cookieName.length + 1));
    if (state?.touches) {
      const { touches, visitor } = state;
      return { code: touches.last.code, touches, visitor };
    }
  }
  return null;
}
