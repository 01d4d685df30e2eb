import { html } from "hono/html";
import { friendGift } from "../../../sdk/protocol/offer-sentences.ts";
import type { Language } from "../../../sdk/protocol/spoken.ts";
import type { Redirect } from "../../actions/read-redirect.ts";
import type { Html } from "./hosted-page.ts";
import { hostedWords, saysShared } from "./hosted-words.ts";
import { own } from "./own.ts";

/** What a messenger or network shows under a shared link. */
export interface Preview {
  /** Who sends it, of which shop, and that the sender is rewarded. */
  title: string;
  /** What the friend gets; empty where that is nothing now. */
  words: string;
}

export function previewOf(link: Redirect, language: Language): Preview {
  const { shop, isSuspended } = link;
  const from = isSuspended ? null : link.from;
  const { program, brand } = shop;
  const say = hostedWords[language].preview;
  const isPromised = program.state === "live" && !isSuspended;
  const shared = saysShared(language, program);
  return {
    title: say.labelled(
      own(shop, "preview_title") ||
        (from === null ? say.title(brand) : say.from(from, brand)),
    ),
    // What is not to be had now is not promised.
    words: isPromised
      ? own(shop, "preview_text") ||
        program.offer.steps
          .filter(({ friend }) => friend)
          .map((step) => friendGift(shared, step))
          .join("")
          .trim()
      : "",
  };
}

const locales: Record<Language, string> = {
  ja: "ja_JP",
  en: "en_US",
  ko: "ko_KR",
  "zh-Hans": "zh_CN",
  "zh-Hant": "zh_TW",
};

/** The same as Open Graph tags. */
export function openGraph(
  link: Redirect,
  language: Language,
  publicUrl: string,
): Html {
  const { brand, picture, isPictureWide } = link.shop;
  const { title, words } = previewOf(link, language);
  return html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${brand}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${words}">
<meta property="og:url" content="${publicUrl}/r/${link.code}">
<meta property="og:locale" content="${locales[language]}">
<meta name="description" content="${words}">
<meta name="twitter:card" content="${isPictureWide ? "summary_large_image" : "summary"}">
${
  picture !== null &&
  html`<meta property="og:image" content="${picture}">
`
}`;
}
