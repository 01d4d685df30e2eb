import type { PublicProgram } from "../../../sdk/protocol/offers.ts";
import { type Say, sayer } from "../../../sdk/protocol/say.ts";
import type { Language } from "../../../sdk/protocol/spoken.ts";
import moreEn from "../../../sdk/protocol/words/more-en.ts";
import moreJa, { type MoreWords } from "../../../sdk/protocol/words/more-ja.ts";
import moreKo from "../../../sdk/protocol/words/more-ko.ts";
import moreZhHans from "../../../sdk/protocol/words/more-zh-hans.ts";
import moreZhHant from "../../../sdk/protocol/words/more-zh-hant.ts";
import offerEn from "../../../sdk/protocol/words/offer-en.ts";
import offerJa, {
  type OfferWords,
} from "../../../sdk/protocol/words/offer-ja.ts";
import offerKo from "../../../sdk/protocol/words/offer-ko.ts";
import offerZhHans from "../../../sdk/protocol/words/offer-zh-hans.ts";
import offerZhHant from "../../../sdk/protocol/words/offer-zh-hant.ts";
import en from "./words/en.ts";
import ja, { type HostedWords } from "./words/ja.ts";
import ko from "./words/ko.ts";
import zhHans from "./words/zh-hans.ts";
import zhHant from "./words/zh-hant.ts";

/** What only the collector's own pages say. */
export const hostedWords: Record<Language, HostedWords> = {
  ja,
  en,
  ko,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};

/** What is offered, what is sent and by what, as the widget says it. */
export type SayShared = Say<keyof (OfferWords & MoreWords)>;

const sharedWords: Record<Language, OfferWords & MoreWords> = {
  ja: { ...offerJa, ...moreJa },
  en: { ...offerEn, ...moreEn },
  ko: { ...offerKo, ...moreKo },
  "zh-Hans": { ...offerZhHans, ...moreZhHans },
  "zh-Hant": { ...offerZhHant, ...moreZhHant },
};

export function saysShared(
  language: Language,
  { texts }: PublicProgram,
): SayShared {
  return sayer(language, sharedWords[language], texts);
}
