import type { Offer } from "../sdk/protocol/answers.ts";
import { promise, type Say } from "./say.ts";

/** One sentence on what both sides get, the friend's benefit first. */
export function headline(say: Say, offer: Offer): string {
  const friend = promise(say, offer.friend);
  const referrer = promise(say, offer.referrer);
  const key = friend
    ? referrer
      ? friend === referrer
        ? "same"
        : "both"
      : "forFriend"
    : referrer
      ? "forReferrer"
      : "noOffer";
  return say(key, { friend, referrer });
}
