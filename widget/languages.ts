import type { Context } from "./enishi.ts";
import type { Words } from "./say.ts";

type Load = () => Promise<{ default: Words }>;

/** Language -> the words of the share screen, and those of the screens that come on demand. */
export const languages: Record<string, [first: Load, more: Load]> = {
  ja: [() => import("./messages/ja.ts"), () => import("./messages/ja-more.ts")],
  en: [() => import("./messages/en.ts"), () => import("./messages/en-more.ts")],
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
    .find((language) => Object.hasOwn(languages, language));
  return known ?? "en";
}
