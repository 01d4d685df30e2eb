import type { MyReward } from "../sdk/protocol/me.ts";
import { occasion, promise } from "../sdk/protocol/offer-sentences.ts";
import type { Offer } from "../sdk/protocol/offers.ts";
import { day } from "./day.ts";
import type { MessageKey, Say } from "./say.ts";

/** What was earned, or had been before it was taken back: "a ¥300 gift". */
export function rewardName(say: Say, reward: MyReward): string {
  const { kind, name, currency } = reward;
  const minor = reward.amountMinor || reward.voidedMinor;
  // Nothing is left of it, or ever was: an amount of 0 would read as a promise.
  return kind === "perk" || !minor
    ? name || say("perk")
    : say(kind, { amount: say.money(minor, currency) });
}

/** What it was earned for. */
export function rewardCause(say: Say, { to, on }: MyReward): string {
  return say(`by_${to}_${knownStage(on)}` as MessageKey);
}

/** What the part above the cap became: "And one entry in the draw for ..."; nothing where there was none, or it was taken back. */
export function overflowWords(say: Say, { overflow, state }: MyReward): string {
  if (!overflow || state === "void") return "";
  return say(`overflow_${overflow.kind}`, { name: overflow.name });
}

/** Where it stands, and when it will be confirmed or why it will not. */
export function rewardStanding(say: Say, reward: MyReward): string {
  const { state, because, confirmableAt } = reward;
  const reason = because ? say(because) : "";
  if (state === "void") return reason;
  if (reward.giftCode && state === "confirmed") {
    return (reward.giftExpiresAt ?? Infinity) > Date.now() ? say("given") : "";
  }
  if (state !== "pending") return say(state);
  const date = confirmableFrom(say, confirmableAt);
  const gap = /^(ja|zh)/.test(say.language) ? "" : " ";
  return [date, reason].filter(Boolean).join(gap);
}

/** From when it is confirmed; nothing for `null`, or a time that is over. */
export function confirmableFrom(say: Say, at: number | null): string {
  if (at === null || at < Date.now()) return "";
  return say("confirmableAt", { date: day(say.language, at) });
}

/** What the next step would bring to the same side, or `null` after the last. */
export function nextPromise(
  say: Say,
  { to, on }: MyReward,
  { steps }: Offer,
): string | null {
  const at = steps.findIndex((step) => step.on === on);
  const next = steps.slice(at + 1).find((step) => step[to]);
  const term = next?.[to];
  if (at < 0 || !next || !term) return null;
  return say(to === "referrer" ? "nextReferrer" : "nextFriend", {
    step: occasion(say, next.on),
    reward: promise(say, term),
  });
}

export function knownStage(on: string): "lead" | "sale" | "stage" {
  return on === "lead" || on === "sale" ? on : "stage";
}

/** English sentences begin with a capital, whatever stands first in them. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
