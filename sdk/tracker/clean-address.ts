import type { Arrival } from "./arrival.ts";

/** Takes a referral that is stored out of the address bar, so that a copied address does not refer again. */
export function cleanAddress(arrival: Arrival): void {
  history.replaceState(
    history.state,
    "",
    withoutReferral(location.href, arrival),
  );
}

/** Only what came with this referral goes. Works on the text: URLSearchParams would rewrite the site's own parameters. */
export function withoutReferral(
  address: string,
  { name, click }: Pick<Arrival, "name" | "click">,
): string {
  const isOurs = (key: string, value: string) =>
    key === name ||
    (key === "ec" && value === click) ||
    // LINE's, in links that we share.
    key === "openExternalBrowser";
  return address
    .replace(/([^?&#=]+)=([^&#]*)&?/g, (all, key, value) =>
      isOurs(key, value) ? "" : all,
    )
    .replace(/[?&#]+(#|$)/g, "$1");
}
