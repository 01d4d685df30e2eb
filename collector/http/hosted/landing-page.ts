import { html } from "hono/html";
import { occasion, promise } from "../../../sdk/protocol/offer-sentences.ts";
import type { Redirect } from "../../actions/read-redirect.ts";
import type { HttpContext } from "../collector.ts";
import {
  hostedPage,
  thread,
  withWhole,
  withWholeBrackets,
} from "./hosted-page.ts";
import { hostedWords, saysShared } from "./hosted-words.ts";
import { openGraph } from "./open-graph.ts";
import { own } from "./own.ts";
import { languageAsked } from "./with-share-page.ts";

/** The page for a friend: who sends them, what they get, the code for later, and the way to the shop. No script. */
export function landingPage(
  c: HttpContext,
  link: Redirect,
  {
    shopUrl,
    isPreview,
    publicUrl,
  }: { shopUrl: string; isPreview: boolean; publicUrl: string },
): Response | Promise<Response> {
  const { shop, from, code } = link;
  const language = languageAsked(
    c,
    shop.program.currency === "JPY" ? "ja" : "en",
  );
  const say = hostedWords[language].landing;
  const shared = saysShared(language, shop.program);
  const closed = closedBecause(link);
  const steps = closed
    ? []
    : shop.program.offer.steps.filter(({ friend }) => friend);
  const title = closed
    ? say.closed[closed].title
    : own(shop, "landing_title") ||
      (from === null ? say.title(shop.brand) : say.from(from, shop.brand));
  const lead = closed
    ? say.closed[closed].lead
    : own(shop, "landing_lead") || (steps.length ? say.lead : say.noOffer);
  const browser = inAppBrowser(c.req.header("user-agent"));
  const ways = html`<a class="button main" href="${shopUrl}">${own(shop, "landing_button") || say.button(shop.brand)}</a>
${browser === "line" && html`<a class="button" href="${inBrowserOf(shopUrl)}">${say.external}</a>`}`;
  return hostedPage(c, {
    language,
    shop,
    status: closed === "unknown" ? 404 : 200,
    title: `${title} | ${shop.brand}`,
    // For whoever makes previews and does not say so.
    ...(link.known && { head: openGraph(link, language, publicUrl) }),
    body: html`${isPreview && html`<p class="small">${say.preview}</p>`}
<div class="intro">
${!closed && html`<p class="eyebrow">${say.eyebrow}</p>`}
<h1>${withWhole(title, shop.brand)}</h1>
<p>${lead}</p>
</div>
${shop.pictureUrl !== null && !closed && html`<img class="picture" src="${shop.pictureUrl}" alt="">`}
${thread}
${
  closed
    ? ways
    : html`<section class="card">
${steps.length > 0 && html`<h2 class="label">${say.offer}</h2><ul class="steps">${steps.map(({ on, friend }) => html`<li>${occasion(shared, on)}<b>${withWholeBrackets(promise(shared, friend))}</b></li>`)}</ul>`}
${ways}
<p class="small">${own(shop, "landing_disclosure") || say.disclosure}</p>
</section>
<section class="card"><div><h2 class="label">${say.code}</h2><code class="code">${code}</code><p class="small">${say.codeHint}${browser === "other" && html`<br>${say.inApp}`}</p></div></section>`
}`,
  });
}

/** Why the friend is promised nothing, or `null`. */
function closedBecause({
  known,
  isSuspended,
  shop,
}: Redirect): "unknown" | "suspended" | "paused" | "ended" | null {
  if (!known) return "unknown";
  if (isSuspended) return "suspended";
  return shop.program.state === "live" ? null : shop.program.state;
}

/** Within an app the shop does not know who is signed in elsewhere; LINE alone can be asked to leave. */
function inAppBrowser(userAgent = ""): "line" | "other" | null {
  if (/\bLine\//.test(userAgent)) return "line";
  return /Instagram|FBA[NV]|FB_IAB|Twitter for|MicroMessenger|KAKAOTALK/.test(
    userAgent,
  )
    ? "other"
    : null;
}

/** LINE's own parameter: it opens the address in the phone's browser. */
function inBrowserOf(address: string): string {
  const url = new URL(address);
  url.search += `${url.search ? "&" : "?"}openExternalBrowser=1`;
  return url.href;
}
