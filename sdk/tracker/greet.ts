import type { Arrival } from "./arrival.ts";
import { cleanOnceKept } from "./clean-address.ts";
import { isOwnHost } from "./is-own-host.ts";
import { keepUnclicked } from "./keep-unclicked.ts";
import type { Core } from "./on-demand.ts";
import { pageUrl } from "./page-url.ts";
import { timeParameter } from "./time-parameter.ts";

/**
 * Whether a code that has arrived may take the place of the one that is kept, and is to be counted; nothing where the
 * collector cannot be asked. Whoever goes to and fro between two domains of a shop is not referred anew: what they bring
 * along keeps its time, and what is from before the kept one changes nothing.
 */
export async function greet(core: Core, arrival: Arrival): Promise<unknown> {
  const { code, click } = arrival;
  const { check, lastTouch, record } = core;
  const since = metAt(core);
  const kept = lastTouch();
  // What the shop's own pages say needs no check; an unknown code replaces none.
  const isTheSame = since && (kept?.code ?? code) === code;
  const known = isTheSame ? true : await check(code);
  if (!since || known === false) return known;
  if (since > (kept?.at ?? 0)) {
    await keepUnclicked(core, { code, at: since, click } as never, (touch) => {
      record({ ...touch, type: "click", since, url: pageUrl() } as never);
      // Not before that is on its way.
      setTimeout(cleanOnceKept, 0, arrival, lastTouch());
    });
  } else cleanOnceKept(arrival, kept);
  return false;
}

/** When the referral was met, where a link on another of the shop's domains says so: that can only make it older. */
function metAt({ domains, batch }: Core): number {
  const at = new URLSearchParams(location.search).get(timeParameter);
  const { referrer } = document;
  const isOurs = at && referrer && isOwnHost(referrer, domains);
  return isOurs ? Math.min(parseInt(at, 36), batch([]).sentAt) || 0 : 0;
}
