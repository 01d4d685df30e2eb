import { timeParameter } from "./decorate-links.ts";
import { isOwnHost } from "./is-own-host.ts";
import type { Core } from "./on-demand.ts";

/**
 * Whether a link of the shop's own other domain brings a touch from before the one that is kept here: whoever goes to and
 * fro between two domains of a shop is not referred anew.
 */
export function isOutdone({ domains, lastTouch }: Core): boolean {
  const at = new URLSearchParams(location.search).get(timeParameter);
  const { referrer } = document;
  return (
    !!(at && referrer) &&
    isOwnHost(referrer, domains) &&
    parseInt(at, 36) < (lastTouch()?.at ?? 0)
  );
}
