import { html, raw } from "hono/html";
import type { Language } from "../../../sdk/protocol/spoken.ts";
import type { SharePage } from "../../actions/read-share-page.ts";
import type { Collector } from "../collector.ts";
import { hostedPage, thread, withWhole } from "./hosted-page.ts";
import type { LivePage } from "./hosted-script.ts";
import { hostedWords, saysShared } from "./hosted-words.ts";
import { own } from "./own.ts";
import { shareTools } from "./share-tools.ts";
import { withSharePage } from "./with-share-page.ts";

/**
 * `GET /s/:token`: the page behind a mail's or receipt's link. It can be
 * forwarded, so whoever has it can share, and sees a reward only after proof.
 */
export function sharePage(collector: Collector) {
  return withSharePage(collector, (c, { page, language, path }) => {
    const say = hostedWords[language].share;
    const { shop } = page;
    const isReward = c.req.query("reward") !== undefined;
    const closed = closedBecause(page);
    const title = closed
      ? say.closed[closed].title
      : isReward
        ? own(shop, "reward_title") || say.rewardTitle
        : own(shop, "share_title") || say.title(shop.brand);
    const lead = closed
      ? say.closed[closed].lead
      : isReward
        ? own(shop, "reward_lead") || say.rewardLead
        : own(shop, "share_lead") || say.lead;
    return hostedPage(c, {
      language,
      shop,
      title: `${title} | ${shop.brand}`,
      body: html`<div class="intro">
<p class="eyebrow">${saysShared(language, shop.program)("title")}</p>
<h1>${withWhole(title, shop.brand)}</h1>
<p${isReward && !closed && raw(" data-unproven")}>${lead}</p>
</div>
${thread}
<p class="notice" data-stale role="status" hidden>${say.stale}</p>
${closed ? html`<enishi-progress data-place hidden locale="${language}" program="${shop.program.id}"></enishi-progress>` : html`<enishi-share data-place locale="${language}" program="${shop.program.id}">${shareTools(c, { page, language, path })}</enishi-share>`}
<div class="quiet" data-unproven>
<p>${say.private}</p>
<p class="row"><a href="${path}/progress?language=${language}">${say.progress}</a>
${!closed && html`<a href="${shop.basePath}/r/${page.code}?page=preview&amp;language=${language}" target="_blank" rel="noopener noreferrer">${say.preview}</a>`}</p>
</div>
${closed && html`<p><a class="button" href="${shop.program.landingUrl}">${say.toShop(shop.brand)}</a></p>`}`,
      live: livePage(
        collector,
        page,
        language,
        // What was earned stays to be seen when there is nothing to share.
        closed ? "progress" : isReward ? "reward" : "share",
      ),
    });
  });
}

export function livePage(
  { reading }: Collector,
  { code, link, shop }: SharePage,
  language: Language,
  view: LivePage["view"],
): LivePage {
  return {
    collector: reading.publicUrl,
    site: shop.siteKey,
    program: shop.program.id,
    code,
    // Not where it is not offered.
    link: view === "progress" ? "" : link,
    language,
    view,
  };
}

/** Why nothing can be shared from here now, or `null`. */
function closedBecause({
  isSuspended,
  shop,
}: SharePage): "paused" | "ended" | "suspended" | null {
  if (isSuspended) return "suspended";
  return shop.program.state === "live" ? null : shop.program.state;
}
