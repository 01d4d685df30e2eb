import type { Offer, OfferTerm } from "../../../sdk/protocol/answers.ts";
import { minorDigits } from "../../domain/money.ts";

/** What a friend is promised, in a sentence for a preview; empty where nothing is. */
export function offerWords(offer: Offer, language: "ja" | "en"): string {
  return friendTerms(offer, language)
    .map(({ when, what }) =>
      language === "ja" ? `${when}${what}` : `${what} ${when}`,
    )
    .join(language === "ja" ? "、" : "; ");
}

/** The same, step by step: on what occasion a friend gets what. */
export function friendTerms(
  { steps }: Offer,
  language: "ja" | "en",
): { when: string; what: string }[] {
  return steps.flatMap(({ on, friend }) =>
    friend ? [{ when: when(on, language), what: what(friend, language) }] : [],
  );
}

function when(on: string, language: "ja" | "en"): string {
  const words = {
    ja: { lead: "お申し込みで", sale: "ご購入で" } as Record<string, string>,
    en: { lead: "for signing up", sale: "for buying" } as Record<
      string,
      string
    >,
  };
  return words[language][on] ?? (language === "ja" ? `${on}で` : `for ${on}`);
}

function what(term: OfferTerm, language: "ja" | "en"): string {
  const kind = kinds[language][term.kind];
  if (term.name !== null) return term.name;
  if (term.fixedMinor !== null)
    return language === "ja"
      ? `${money(term.fixedMinor, term.currency, "ja")}分の${kind}`
      : `${kind} worth ${money(term.fixedMinor, term.currency, "en")}`;
  const most =
    term.maxMinor === null
      ? ""
      : mostWords[language](money(term.maxMinor, term.currency, language));
  const percent = `${(term.ofPriceBps ?? 0) / 100}%`;
  return language === "ja"
    ? `価格の${percent}の${kind}${most}`
    : `${percent} of the price in ${kind}${most}`;
}

const mostWords = {
  ja: (amount: string) => `（上限${amount}）`,
  en: (amount: string) => ` (up to ${amount})`,
};

const kinds = {
  ja: {
    points: "ポイント",
    shared_points: "ポイント",
    coupon: "クーポン",
    cash: "現金",
    gift: "ギフト",
    perk: "特典",
  },
  en: {
    points: "points",
    shared_points: "points",
    coupon: "a coupon",
    cash: "cash",
    gift: "a gift",
    perk: "a perk",
  },
};

function money(amountMinor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    // "300円" reads better than "￥300", and "¥300" better than "300 Japanese yen".
    currencyDisplay: locale === "ja" ? "name" : "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  }).format(amountMinor / 10 ** minorDigits(currency));
}
