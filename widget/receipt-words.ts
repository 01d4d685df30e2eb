import type { MyFriend, MyReward, Receipt } from "../sdk/protocol/me.ts";
import { day } from "./day.ts";
import { confirmableFrom, overflowWords, rewardCause } from "./reward-words.ts";
import type { MessageKey, Say } from "./say.ts";

/** The sentences of a receipt, beside those that its row says already. */
export function receiptWords(
  say: Say,
  { friend, reward }: { friend?: MyFriend; reward?: MyReward },
): string[] {
  const receipt = (reward ?? friend)?.receipt;
  const words = [
    reward && rewardCause(say, reward),
    receipt && recognised(say, reward?.to ?? "referrer", receipt),
    ...(friend ? standing(say, friend) : []),
    receipt?.note && say("shopSays", { answer: receipt.note }),
    reward && overflowWords(say, reward),
    ...(receipt ? reductions(say, receipt) : []),
  ];
  return words.filter((sentence) => !!sentence) as string[];
}

/** By what a friend or reward was recognised, and when. */
function recognised(
  say: Say,
  to: MyReward["to"],
  { by, touchedAt }: Receipt,
): string {
  return say(`known_${to}_${by}`, { date: day(say.language, touchedAt) });
}

/** What a friend's rewards are waiting for. */
function standing(say: Say, { because, receipt }: MyFriend): string[] {
  if (because || !receipt) return [];
  return [
    say("counts"),
    receipt.because ? say(receipt.because) : "",
    confirmableFrom(say, receipt.until),
  ];
}

/** What took a part of it, each once, in the customer's words and never the shop's arithmetic. */
function reductions(say: Say, { cappedBy }: Receipt): string[] {
  const words = cappedBy.map(
    (name) => say(`capped_${name}` as MessageKey) || say("capped_other"),
  );
  return [...new Set(words)];
}
