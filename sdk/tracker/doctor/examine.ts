import { deniedValue } from "../../protocol/referral-cookie.ts";
import { attempt } from "../attempt.ts";
import type { Enishi } from "../calls.ts";
import { readCookie } from "../cookie.ts";
import type { Options } from "../options.ts";
import { watchPage } from "../watch-page.ts";
import type { DoctorAnswer } from "./call-doctor.ts";
import type { Exception } from "./words.ts";

declare const __ENISHI_VERSION__: string;

export interface Findings {
  options: Options;
  violations: SecurityPolicyViolationEvent[];
  /** Absent where the collector could not be reached. */
  answer?: Partial<DoctorAnswer> | undefined;
}

export type Check =
  | "key"
  | "origin"
  | "twice"
  | "csp"
  | "blocker"
  | "setting"
  | "consent"
  | "cookie"
  | "storage"
  | "routes"
  | "clock"
  | "version"
  | "seen";

export interface Result {
  check: Check;
  /** `unknown`: nothing can be said before something else is mended. */
  state: "good" | "bad" | "unknown";
  /** What goes into the words, where they have a place for it. */
  detail: string;
  /** Where the check's own words do not fit. */
  exception?: Exception | undefined;
}

const maxSkewMs = 5 * 60 * 1000;
let routes = 0;
let address = location.href;
/** The tracker's own way of noticing a change, on the same page: what this misses, it misses. */
const isWatching = attempt(() => {
  watchPage(() => {
    if (address !== location.href) routes += 1;
    address = location.href;
  });
  return true;
});
/** Longer than a change takes to be looked at. */
const lookMs = 100;

/** Looks at the page for what shops get wrong. */
export async function examine({
  options,
  violations,
  answer,
}: Findings): Promise<Result[]> {
  const context = await tracker()?.("context");
  const scripts = document.querySelectorAll("script[src][data-site^=pk_]");
  const { hostname, origin } = new URL(options.collector, location.href);
  const gpc = (navigator as { globalPrivacyControl?: boolean })
    .globalPrivacyControl;
  const cookie = await examineCookie();
  await new Promise((resolve) => setTimeout(resolve, lookMs));
  // A policy that only reports lets everything through.
  const violation = violations.find(
    ({ blockedURI, disposition }) =>
      disposition === "enforce" && blockedURI.startsWith(origin),
  );
  const result = (check: Check, isGood: unknown, detail: unknown = "") => ({
    check,
    state: (isGood === null
      ? "unknown"
      : isGood
        ? "good"
        : "bad") as Result["state"],
    detail: `${detail}`,
  });
  const told = <Value>(value: Value) => (answer ? value : null);
  // What a site says that is not this page's own explains nothing.
  const setting = answer?.isKey && answer.isOrigin ? answer.consent : null;
  const skewMs = Date.now() - (answer?.now ?? 0);
  return [
    result("key", told(answer?.isKey), options.site),
    result(
      "origin",
      told(answer?.isKey ? answer.isOrigin : null),
      location.origin,
    ),
    result("twice", scripts.length < 2, scripts.length),
    result(
      "csp",
      !violation,
      `${violation?.effectiveDirective ?? "connect-src"} ${origin}`,
    ),
    result("blocker", answer ? true : violation ? null : false, hostname),
    result(
      "setting",
      setting ? options.consent === setting : null,
      options.consent === setting
        ? setting
        : `${options.consent ?? "-"} ≠ ${setting}`,
    ),
    result(
      "consent",
      context?.mayStore || (setting ? false : null),
      gpc
        ? "Global Privacy Control"
        : consentWord(options, answer, context?.mayStore),
    ),
    {
      ...result("cookie", cookie.isGood, cookie.days),
      exception: cookie.exception,
    },
    result("storage", attempt(canStore)),
    result(
      "routes",
      isWatching && address === location.href && (routes ? true : null),
      routes,
    ),
    result(
      "clock",
      told(Math.abs(skewMs) < maxSkewMs),
      Math.round(skewMs / 60_000),
    ),
    result(
      "version",
      told(answer?.version === __ENISHI_VERSION__),
      answer?.version,
    ),
    result(
      "seen",
      told(answer?.isKey ? Boolean(answer.seen) : null),
      answer?.seen?.type,
    ),
  ];
}

/** Where it is granted and nothing is kept all the same, the page has said no. */
function consentWord(
  { consent }: Options,
  answer: Findings["answer"],
  mayStore: boolean | undefined,
): string {
  const word = consent ?? answer?.consent ?? "?";
  return word === "granted" && !mayStore ? "denied" : word;
}

function tracker(): Enishi | undefined {
  return (document as Document & Record<symbol, Enishi>)[Symbol.for("enishi")];
}

function canStore(): boolean {
  localStorage._enishi_doctor = "1";
  localStorage.removeItem("_enishi_doctor");
  return true;
}

/** Safari keeps so long what a script writes. */
const shortDays = 7;

interface CookieFinding {
  isGood: boolean | null;
  days?: number;
  exception?: Exception;
}

async function examineCookie(): Promise<CookieFinding> {
  if (!navigator.cookieEnabled) return { isGood: false };
  const value = readCookie();
  if (!value) return { isGood: null };
  if (value === deniedValue)
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
  const cookie = await cookieStore?.get("_enishi").catch(() => null);
  const leftMs = (cookie?.expires ?? 0) - Date.now();
  return leftMs > 0 ? Math.round(leftMs / 86_400_000) : null;
}
