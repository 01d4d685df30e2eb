import { html } from "hono/html";
import type { Redirect } from "../../actions/read-redirect.ts";
import type { HttpContext } from "../collector.ts";
import { htmlPage } from "../html-page.ts";
import { openGraph, previewOf } from "./open-graph.ts";
import { languageAsked } from "./with-share-page.ts";

/** The page for programs that make a preview of a shared link. */
export function previewPage(
  c: HttpContext,
  publicUrl: string,
  link: Redirect,
): Response | Promise<Response> {
  const { brand, program } = link.shop;
  // Bots rarely say a language; the shop's currency tells more than English by default.
  const language = languageAsked(c, program.currency === "JPY" ? "ja" : "en");
  const { title, words } = previewOf(link, language);
  return htmlPage(c, {
    language,
    title,
    head: openGraph(link, language, publicUrl),
    body: html`<h1>${title}</h1>
<p>${words}</p>
<p><a href="${link.landingUrl}">${brand}</a></p>`,
  });
}
