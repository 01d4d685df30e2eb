import type { Touch } from "../protocol/events.ts";
import { type Arrival, readCode } from "./arrival.ts";
import { attempt } from "./attempt.ts";
import { readDevice } from "./device.ts";
import { timeParameter } from "./time-parameter.ts";

/** Takes a referral out of the address bar, so that a copied address does not refer again: where nothing could be stored, the address is all that keeps the code. */
export function cleanOnceKept(arrival: Arrival, kept: Touch | undefined): void {
  if (
    arrival.code !== kept?.code ||
    !`${readDevice()}`.includes(kept.code) ||
    isInApp(navigator)
  ) {
    return;
  }
  const address = withoutReferral(location.href, arrival);
  if (address === location.href) return;
  attempt(() => history.replaceState(history.state, "", address));
}

/** In an app's own browser, whose menu hands this address to the browser, and nothing else goes along: the browser's brands say so on Android, the user agent where it has none. LINE on iPhones says `Safari` without a version. */
export function isInApp(browser: {
  userAgent: string;
  userAgentData?: unknown;
}): boolean {
  return /WebKit(?!.*Safari\/)|; wv\)|WebView|\bLine\/|Instagram|FB(AN|AV|_IAB)\b|Twitter|TikTok|musical_ly|KAKAOTALK|MicroMessenger/i.test(
    browser.userAgent + JSON.stringify(browser.userAgentData),
  );
}

/** Only what came with this referral goes, read as the tracker reads it; all else stays as it was written, which URLSearchParams would not leave so. */
export function withoutReferral(
  address: string,
  { code, name, click }: Arrival,
): string {
  function strip(all: string, pair: string): string {
    const [[key, value] = ["", ""]] = new URLSearchParams(pair);
    const isOurs =
      // A route may have brought another one meanwhile.
      (key === name && readCode(value) === code) ||
      (key === "ec" && value === click) ||
      key === timeParameter ||
      // LINE's, in links that we share.
      key === "openExternalBrowser";
    return isOurs ? "" : all;
  }
  const [, query = "", fragment = ""] = /([^#]*)(.*)/.exec(address) ?? [];
  return (
    // A value in the query may be an address with one of its own.
    (
      query.replace(/([^?&=]+=[^&]*)&?/g, strip) +
      fragment.replace(/([^?&#=]+=[^?&]*)[?&]?/g, strip)
    ).replace(/[?&#]+(#|$)/g, "$1")
  );
}
