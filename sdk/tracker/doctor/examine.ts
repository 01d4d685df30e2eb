import { attempt } from "../attempt.ts";
import type { Enishi } from "../calls.ts";
import type { Options } from "../options.ts";
import { watchPage } from "../watch-page.ts";
import { allowingDirective } from "./allowing-directive.ts";
import type { DoctorAnswer } from "./call-doctor.ts";
import { consentWord } from "./consent-word.ts";
import { examineCookie } from "./examine-cookie.ts";
import { examineLists } from "./examine-lists.ts";
import { examineStorage } from "./examine-storage.ts";
import { findTrackers } from "./find-trackers.ts";
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
  | "lists"
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
  /** What goes into the words, in the order of their places for it. */
  details: string[];
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
  const { hostname, origin } = new URL(options.collector, location.href);
  const gpc = (navigator as { globalPrivacyControl?: boolean })
    .globalPrivacyControl;
  const cookie = await examineCookie();
  const storage = examineStorage();
  await new Promise((resolve) => setTimeout(resolve, lookMs));
  // A policy that only reports lets everything through.
  const blocking = violations.filter(
    ({ blockedURI, disposition }) =>
      disposition === "enforce" && blockedURI.startsWith(origin),
  );
  const missing = new Set(
    blocking.map((violation) => allowingDirective(violation, origin)),
  );
  const result = (
    check: Check,
    isGood: unknown,
    details: unknown[] = [],
    exception?: Exception | false,
  ): Result => ({
    check,
    state: isGood === null ? "unknown" : isGood ? "good" : "bad",
    details: details.map(String),
    exception: exception || undefined,
  });
  /** What only the collector can say. */
  const told = (
    check: Check,
    isGood: (answer: Partial<DoctorAnswer>) => unknown,
    details: unknown[] = [],
    exception?: Exception | false,
  ) =>
    answer
      ? result(check, isGood(answer), details, exception)
      : result(check, null, [], "unreached");
  const keyFirst = !answer?.isKey && "keyFirst";
  // What a site says that is not this page's own explains nothing.
  const setting = answer?.isKey && answer.isOrigin ? answer.consent : null;
  const skewMs = Date.now() - (answer?.now ?? 0);
  const looks: Record<Check, () => Result> = {
    key: () =>
      /^(sk|sig)_/.test(options.site)
        ? result("key", false, [], "keySecret")
        : options.site
          ? told("key", ({ isKey }) => isKey, [options.site])
          : result("key", false, [options.collector], "keyMissing"),
    origin: () =>
      told(
        "origin",
        ({ isKey, isOrigin }) => (isKey ? isOrigin : null),
        [location.origin],
        keyFirst,
      ),
    twice: () => {
      const { count, running } = findTrackers(options);
      const isBundle = count > 1 && !running;
      return result(
        "twice",
        count < 2,
        [count, running],
        isBundle && "besideBundle",
      );
    },
    csp: () => result("csp", !missing.size, [[...missing].join("; ")]),
    blocker: () =>
      result("blocker", answer ? true : missing.size ? null : false, [
        hostname,
      ]),
    setting: () =>
      told(
        "setting",
        () => (setting ? options.consent === setting : null),
        options.consent ? [options.consent, setting] : [setting],
        setting !== null && !options.consent && "settingUnsaid",
      ),
    lists: () => {
      const { isGood, details, exception } = examineLists(options);
      return result("lists", isGood, details, exception);
    },
    consent: () =>
      result(
        "consent",
        context?.mayStore || (setting ? false : null),
        [
          gpc
            ? "Global Privacy Control"
            : consentWord(options, answer, context?.mayStore),
        ],
        !context?.mayStore && !answer && "unreached",
      ),
    cookie: () =>
      result("cookie", cookie.isGood, [cookie.days], cookie.exception),
    storage: () => result("storage", storage.isGood, [], storage.exception),
    routes: () =>
      result(
        "routes",
        isWatching && address === location.href && (routes ? true : null),
        [routes],
      ),
    clock: () =>
      told("clock", () => Math.abs(skewMs) < maxSkewMs, [
        Math.round(skewMs / 60_000),
      ]),
    version: () =>
      told("version", ({ version }) => version === __ENISHI_VERSION__, [
        answer?.version,
      ]),
    // What has not happened yet is no fault.
    seen: () =>
      told(
        "seen",
        ({ seen }) => (seen ? true : null),
        [answer?.seen?.type],
        keyFirst,
      ),
  };
  return Object.entries(looks).map(([check, look]) => {
    try {
      return look();
    } catch (error) {
      // One that the page breaks hides no other.
      return result(check as Check, null, [error], "failed");
    }
  });
}

function tracker(): Enishi | undefined {
  return (document as Document & Record<symbol, Enishi>)[Symbol.for("enishi")];
}
