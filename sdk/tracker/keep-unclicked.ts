import type { Touch } from "../protocol/events.ts";
import { announce } from "./announce.ts";
import type { Core } from "./on-demand.ts";

/** Keeps a touch that no click has just made, once that is allowed, and says so then: the tracker itself would count a click. */
export async function keepUnclicked(
  { lastTouch, meet, decide, keepArrival }: Core,
  touch: Touch,
  whenKept?: (touch: Touch) => void,
): Promise<void> {
  meet(touch);
  announce("referral", { code: touch.code });
  const keep = () => {
    // Kept by then, or by a click that has come later, it is another one.
    const kept = lastTouch() === touch && keepArrival();
    if (kept) whenKept?.(kept);
  };
  // Before the tracker itself hears of consent, however late, and would count a click.
  document.addEventListener("enishi:consent", keep);
  await decide();
  keep();
}
