import { html } from "hono/html";
import type { Language } from "../../../sdk/protocol/spoken.ts";
import type { HttpContext } from "../collector.ts";
import { type HostedPage, hostedPage, thread } from "./hosted-page.ts";

/** A page that says one thing to whoever opened a link, where there is no shop's page to show. */
export function noticePage(
  c: HttpContext,
  {
    language,
    status,
    words: { title, lead },
  }: {
    language: Language;
    status: NonNullable<HostedPage["status"]>;
    words: { title: string; lead: string };
  },
): Response | Promise<Response> {
  return hostedPage(c, {
    language,
    shop: null,
    status,
    title,
    body: html`<div class="intro"><h1>${title}</h1>
<p>${lead}</p></div>
${thread}`,
  });
}
