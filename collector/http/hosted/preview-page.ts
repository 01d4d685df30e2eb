import { html } from "hono/html";
import type { Redirect } from "../../actions/read-redirect.ts";
import type { HttpContext } from "../collector.ts";
import { htmlPage } from "../html-page.ts";
import { pageLanguage } from "../page-language.ts";
import { offerWords } from "./offer-words.ts";
import { own } from "./share-page.ts";

/** What a messenger shows under a shared link: who sends it, of which shop, and what the friend gets. */
export function previewPage(
  c: HttpContext,
  publicUrl: string,
  link: Redirect,
): Response | Promise<Response> {
  const { brand, program, picture } = link.shop;
  // Bots rarely say a language; the shop's currency tells more than English by default.
  const language = pageLanguage(
    c.req.header("accept-language"),
    program.currency === "JPY" ? "ja" : "en",
  );
  const isPromised = program.state === "live" && !link.isSuspended;
  const title = titles[language](
    own(link.shop, "preview_title") || usual[language](link.from, brand),
  );
  // What is not to be had now is not promised.
  const words = isPromised
    ? own(link.shop, "preview_text") || offerWords(program.offer, language)
    : "";
  const address = `${publicUrl}/r/${link.code}`;
  return htmlPage(c, {
    language,
    title,
    head: html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${brand}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${words}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${language === "ja" ? "ja_JP" : "en_US"}">
<meta name="description" content="${words}">
<meta name="twitter:card" content="summary">
${
  picture !== null &&
  html`<meta property="og:image" content="${picture}">
`
}`,
    body: html`<h1>${title}</h1>
<p>${words}</p>
<p><a href="${link.landingUrl}">${brand}</a></p>`,
  });
}

/** Some networks show the preview alone: it says for itself that whoever shares is rewarded, whatever the owner's words. */
const titles = {
  ja: (title: string) => `【PR】${title}（紹介特典あり）`,
  en: (title: string) => `${title} (Ad: the sender gets a reward)`,
};

const usual = {
  ja: (from: string | null, brand: string) =>
    `${from === null ? "" : `${from}さんから`}${brand}のご紹介`,
  en: (from: string | null, brand: string) =>
    from === null
      ? `An invitation to ${brand}`
      : `${from} invites you to ${brand}`,
};
