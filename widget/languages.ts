import type { Context } from "./enishi.ts";
import type { Part } from "./part.ts";

/** The languages, with the words of the share screen. */
export const languages: Part = {
  words: {
    ja: [() => import("./messages/ja.ts")],
    en: [() => import("./messages/en.ts")],
  },
};

/** The language to speak: the element's, the script's, the page's, the browser's, else English. */
export function languageOf(
  element: Element,
  context: Context | undefined,
): string {
  const wishes = [
    element.getAttribute("locale"),
    context?.locale,
    element.closest<HTMLElement>("[lang]")?.lang,
    navigator.language,
  ];
  const known = wishes
    .map((wish) => wish?.slice(0, 2).toLowerCase() ?? "")
    .find((language) => language in languages.words);
  return known ?? "en";
}
