import { announce } from "./announce.ts";
import type { Core } from "./on-demand.ts";

/** Keeps a code that somebody typed like that of a link, where the collector knows it. Nobody has clicked: no click is counted. */
export async function keepTyped(
  { check, lastTouch, meet, decide, keepArrival }: Core,
  typed: string,
): Promise<void> {
  const known = await check(typed);
  if (!known || known.code === lastTouch()?.code) return;
  const { code } = known;
  meet({ code, at: Date.now() });
  announce("referral", { code });
  // Before the tracker itself hears of consent, and would count a click.
  document.addEventListener("enishi:consent", keepArrival, { once: true });
  await decide();
  keepArrival();
}
