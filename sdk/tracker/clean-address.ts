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
    // In an app on an iPhone: its menu hands this address to the browser, and nothing else goes along.
    /WebKit(?!.*Safari)/.test(navigator.userAgent)
  ) {
    return;
  }
  attempt(() =>
    history.replaceState(
      history.state,
      "",
      withoutReferral(location.href, arrival),
    ),
  );
}

/** Only what came with this referral goes. Works on the text: URLSearchParams would rewrite the site's own parameters. */
export function withoutReferral(
  address: string,
  { code, name, click }: Arrival,
): string {
  const isOurs = (key: string, value: string) =>
    // A route may have brought another one meanwhile.
    (key === name && readCode(value) === code) ||
    (key === "ec" && value === click) ||
    key === timeParameter ||
    // LINE's, in links that we share.
    key === "openExternalBrowser";
  return address
    .replace(/([^?&#=]+)=([^&#]*)&?/g, (all, key, value) =>
      isOurs(key, value) ? "" : all,
    )
    .replace(/[?&#]+(#|$)/g, "$1");
}
