import { deniedValue } from "../../protocol/referral-cookie.ts";
import { attempt } from "../attempt.ts";
import { readCookie } from "../cookie.ts";
import type { Exception } from "./words.ts";

/** Safari keeps so long what a script writes. */
const shortDays = 7;

export interface CookieFinding {
  isGood: boolean | null;
  days?: number;
  exception?: Exception;
}

/** Whether the tracker's cookie is there, and for how long. */
export async function examineCookie(): Promise<CookieFinding> {
  if (!navigator.cookieEnabled) return { isGood: false };
  // Reading throws in a sandbox.
  const value = attempt(() => [readCookie()]);
  if (!value) return { isGood: false, exception: "cookieForbidden" };
  if (!value[0]) return { isGood: null };
  if (value[0] === deniedValue)
    return { isGood: null, exception: "cookieRefused" };
  const days = await cookieDays();
  if (days === null) return { isGood: true, exception: "cookieLifeUnknown" };
  return days > shortDays
    ? { isGood: true, days }
    : { isGood: false, days, exception: "cookieShort" };
}

/** How long the browser will keep the cookie, where it says so. */
async function cookieDays(): Promise<number | null> {
  const { cookieStore } = window as {
    cookieStore?: { get(name: string): Promise<{ expires?: number } | null> };
  };
  const cookie = await attempt(() => cookieStore?.get("_enishi"))?.catch(
    () => null,
  );
  const leftMs = (cookie?.expires ?? 0) - Date.now();
  return leftMs > 0 ? Math.round(leftMs / 86_400_000) : null;
}
