import type { Touch } from "../protocol/events.ts";

/** When the touch was, in base 36 as in the cookie. */
export const timeParameter = "enishi-at";

/**
 * Links to the shop's other domains carry the referral. Written when a link is
 * about to be used: earlier would show in every copied page and miss new links.
 */
export function decorateLinks(
  domains: readonly string[],
  lastTouch: () => Touch | undefined,
): void {
  function decorate(event: Event): void {
    // Also inside an open shadow root, where the event's target is its host.
    const link = event
      .composedPath()
      .find((node) => (node as Element).matches?.("a[href]")) as
      | HTMLAnchorElement
      | undefined;
    const touch = lastTouch();
    if (!link || !touch || link.hostname === location.hostname) return;
    if (!domains.some((name) => `.${link.hostname}`.endsWith(`.${name}`))) {
      return;
    }
    const url = new URL(link.href);
    url.searchParams.set("via", touch.code);
    url.searchParams.set(timeParameter, touch.at.toString(36));
    if (touch.click) url.searchParams.set("ec", touch.click);
    link.href = url.href;
  }
  for (const type of ["pointerdown", "click"]) {
    document.addEventListener(type, decorate, true);
  }
}
