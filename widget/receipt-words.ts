import type { MyReward, Receipt } from "../sdk/protocol/answers.ts";
import { day } from "./day.ts";
import type { MessageKey, Say } from "./say.ts";

/** By what a friend or reward was recognised, and when. */
export function recognised(
  say: Say,
  to: MyReward["to"],
  { by, touchedAt }: Receipt,
): string {
  const date = day(say.language, touchedAt);
  return say(`known_${to}_${by}`, { date });
}

/** What took a part of it, each once, in the customer's words and never the shop's arithmetic. */
export function reductions(say: Say, { cappedBy }: Receipt): string[] {
  const words = cappedBy.map(
    (name) => say(`capped_${name}` as MessageKey) || say("capped_other"),
  );
  return [...new Set(words)];
}
