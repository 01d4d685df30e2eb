import type { Offer, OfferTerm } from "../../sdk/protocol/answers.ts";
import { minorDigits } from "../domain/money.ts";

/** What a friend is promised, in a sentence for a preview; empty where nothing is. */
export function offerWords({ steps }: Offer, language: "ja" | "en"): string {
  return steps
    .flatMap(({ on, friend }) =>
      friend
        ? [stepWords[language](when(on, language), what(friend, language))]
        : [],
    )
    .join(language === "ja" ? "、" : "; ");
}

const stepWords = {
  ja: (on: string, given: string) => `${on}${given}`,
  en: (on: string, given: string) => `${given} ${on}`,
};

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
  const percent = `${(term.ofPriceBps ?? 0) / 100}%`;
  return language === "ja"
    ? `価格の${percent}の${kind}`
    : `${percent} of the price in ${kind}`;
}

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
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(
    amountMinor / 10 ** minorDigits(currency),
  );
}
