import { type Language, spoken } from "../sdk/protocol/spoken.ts";
import type { Context } from "./enishi.ts";
import type { Part, PartWords } from "./part.ts";

const words: PartWords = {
  ja: [() => import("./messages/ja.ts")],
  en: [() => import("./messages/en.ts")],
  ko: [() => import("./messages/ko.ts")],
  // Before the traditional signs, as `zh` alone means these.
  "zh-Hans": [() => import("./messages/zh-hans.ts")],
  "zh-Hant": [() => import("./messages/zh-hant.ts")],
};

/** The languages, with the words of the share screen. */
export const languages: Part = { words };

/** The language to speak: the element's, the script's, the page's, one of the browser's, else English. */
export function languageOf(
  element: Element,
  context: Context | undefined,
): Language {
  const wishes = [
    element.getAttribute("locale"),
    context?.locale,
    element.closest<HTMLElement>("[lang]")?.lang,
    ...navigator.languages,
  ];
  return wishes.map((wish) => spoken(wish ?? "", words)).find(Boolean) ?? "en";
}
