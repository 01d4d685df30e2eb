import { html } from "hono/html";
import type { Redirect } from "../actions/read-redirect.ts";
import type { HttpContext } from "./collector.ts";
import { htmlPage } from "./html-page.ts";
import { offerWords } from "./offer-words.ts";
import { pageLanguage } from "./page-language.ts";

/** What a messenger shows under a shared link: who sends it, of which shop, and what the friend gets. */
export function previewPage(
  c: HttpContext,
  publicUrl: string,
  link: Redirect,
): Response | Promise<Response> {
  // Bots rarely say a language; the shop's currency tells more than English by default.
  const language = pageLanguage(
    c.req.header("accept-language"),
    link.currency === "JPY" ? "ja" : "en",
  );
  const title = titles[language](link.from, link.brand);
  const words = offerWords(link.offer, language);
  const address = `${publicUrl}/r/${link.code}`;
  return htmlPage(c, {
    language,
    title,
    head: html`<meta property="og:type" content="website">
<meta property="og:site_name" content="${link.brand}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${words}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${language === "ja" ? "ja_JP" : "en_US"}">
<meta name="description" content="${words}">
<meta name="twitter:card" content="summary">
`,
    body: html`<h1>${title}</h1>
<p>${words}</p>
<p><a href="${link.landingUrl}">${link.brand}</a></p>`,
  });
}

/** Some networks show the preview alone: it says for itself that whoever shares is rewarded. */
const titles = {
  ja: (from: string | null, brand: string) =>
    `【PR】${from === null ? "" : `${from}さんから`}${brand}のご紹介（紹介特典あり）`,
  en: (from: string | null, brand: string) =>
    `${from === null ? `An invitation to ${brand}` : `${from} invites you to ${brand}`} (Ad: the sender gets a reward)`,
};
