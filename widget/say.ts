import type { OfferTerm } from "../sdk/protocol/answers.ts";
import type { Messages } from "./messages/ja.ts";
import type { DialogMessages } from "./messages/ja-dialog.ts";
import type { DrawerMessages } from "./messages/ja-drawers.ts";
import type { FriendMessages } from "./messages/ja-friend.ts";
import type { JoinMessages } from "./messages/ja-join.ts";
import type { MoreMessages } from "./messages/ja-more.ts";
import type { ProgressMessages } from "./messages/ja-progress.ts";
import type { ReasonMessages } from "./messages/ja-reasons.ts";
import type { ReceiptMessages } from "./messages/ja-receipt.ts";
import type { RewardMessages } from "./messages/ja-reward.ts";
import type { TestMessages } from "./messages/ja-test.ts";

export type MessageKey = keyof (Messages &
  JoinMessages &
  RewardMessages &
  ProgressMessages &
  ReasonMessages &
  ReceiptMessages &
  FriendMessages &
  DialogMessages &
  DrawerMessages &
  MoreMessages &
  TestMessages);

export type Words = Partial<Record<MessageKey, string>>;

/** Words and money in one language. */
export interface Say {
  (key: MessageKey, values?: Record<string, string>): string;
  language: string;
  /** The owner's own words for a key, also one that no language file has, such as a stage's name. */
  own(key: string): string;
  money(amountMinor: number, currency: string): string;
}

/** How to say things by the words loaded so far; the owner's texts beat every key, but never blank one out. */
export function sayer(
  language: string,
  words: Words,
  texts: Record<string, unknown> = {},
): Say {
  const own = (key: string) => {
    const text = texts[key];
    return typeof text === "string" ? text.trim() : "";
  };
  const say = (key: MessageKey, values: Record<string, string> = {}) =>
    (own(key) || words[key] || "").replace(
      /\{(\w+)\}/g,
      (_, name) => values[name] ?? "",
    );
  return Object.assign(say, {
    language,
    own,
    money(amountMinor: number, currency: string) {
      const format = new Intl.NumberFormat(language, {
        style: "currency",
        currency,
        // "300円" and "300日元" read better than "￥300", and "¥300" better than "300 Japanese yen".
        currencyDisplay: /^(ja|zh)/.test(language) ? "name" : "symbol",
        trailingZeroDisplay: "stripIfInteger",
      });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
      return format.format(amountMinor / 10 ** digits);
    },
  });
}

/** What one side is promised: "a ¥300 gift", "1.2% of the price in points (up to ¥20,000)"; nothing for `null`. */
export function promise(say: Say, term: OfferTerm | null): string {
  if (!term) return "";
  const { kind, currency, fixedMinor, ofPriceBps, maxMinor, name } = term;
  const money = (amountMinor: number | null) =>
    say.money(amountMinor ?? 0, currency);
  if (kind === "perk") return name ?? say(kind);
  if (fixedMinor !== null) return say(kind, { amount: money(fixedMinor) });
  const rate = ((ofPriceBps ?? 0) / 100).toLocaleString(say.language);
  const amount = say("ofPrice", { rate });
  return (
    (say(`${kind}Rate` as MessageKey, { amount }) || say(kind, { amount })) +
    (maxMinor === null ? "" : say("upTo", { amount: money(maxMinor) }))
  );
}

/** The occasion that a step pays on: "On a purchase". */
export function occasion(say: Say, on: string): string {
  return say.own(on) || say(on === "lead" || on === "sale" ? on : "stage");
}
