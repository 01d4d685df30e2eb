import type { Touch } from "../protocol/events.ts";
import { announce } from "./announce.ts";
import type { Core } from "./on-demand.ts";

/** Keeps a touch that no click has just made, once that is allowed, and says so then: the tracker itself would count a click. */
export async function keepUnclicked(
  { meet, decide, keepArrival }: Core,
  touch: Touch,
  whenKept?: (touch: Touch) => void,
): Promise<void> {
  meet(touch);
  announce("referral", { code: touch.code });
  const keep = () => {
    const kept = keepArrival();
    if (kept) whenKept?.(kept);
  };
  // Before the tracker itself hears of consent, and would count a click.
  document.addEventListener("enishi:consent", keep, { once: true });
  await decide();
  keep();
}
