import { html } from "hono/html";
import type { Collector } from "../collector.ts";
import { hostedPage } from "./hosted-page.ts";
import { hostedWords, saysShared } from "./hosted-words.ts";
import { livePage } from "./share-page.ts";
import { withSharePage } from "./with-share-page.ts";

/** `GET /s/:token/progress`: rewards, gift codes and receipts, for whoever proves to be the member; to everybody else, how to. */
export function progressPage(collector: Collector) {
  return withSharePage(collector, (c, { page, language, path }) => {
    const say = hostedWords[language].share;
    const { shop } = page;
    return hostedPage(c, {
      language,
      shop,
      title: `${say.progressTitle} | ${shop.brand}`,
      body: html`<div class="intro">
<p class="eyebrow">${saysShared(language, shop.program)("title")}</p>
<h1>${say.progressTitle}</h1>
</div>
<p class="notice" data-stale role="status" hidden>${say.stale}</p>
<enishi-progress data-place locale="${language}" program="${shop.program.id}"><section class="card">
<h2>${say.proofTitle}</h2>
<p>${say.proof(shop.brand)}</p>
<noscript><p>${say.proofScript}</p></noscript>
<a class="button main" href="${shop.program.landingUrl}">${say.toShop(shop.brand)}</a>
</section></enishi-progress>
<p class="quiet"><a href="${path}?language=${language}">${say.back}</a></p>`,
      live: livePage(collector, page, language, "progress"),
    });
  });
}
