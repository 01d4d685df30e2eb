import type { CodeCheck } from "../protocol/answers.ts";
import { announce } from "./announce.ts";
import type { Core } from "./on-demand.ts";

/** Keeps a code that somebody typed like that of a link, where the collector knows it. Nobody has clicked: no click is counted. */
export async function keepTyped(
  { options: { site }, ask, lastTouch, meet, decide, keepArrival }: Core,
  typed: string,
): Promise<void> {
  const check = await ask<CodeCheck & { code: string }>("codes/check", {
    site,
    code: typed,
  });
  const { valid, code } = check;
  if (!valid || !code || code === lastTouch()?.code) return;
  meet({ code, at: Date.now() });
  announce("referral", { code });
  // Before the tracker itself hears of consent, and would count a click.
  document.addEventListener("enishi:consent", keepArrival, { once: true });
  await decide();
  keepArrival();
}
