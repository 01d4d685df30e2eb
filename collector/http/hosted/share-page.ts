import { html, raw } from "hono/html";
import type { HostedShop } from "../../actions/hosted-shop.ts";
import type { SharePage } from "../../actions/read-share-page.ts";
import type { Collector, HttpContext } from "../collector.ts";
import {
  type Html,
  hostedPage,
  type Language,
  thread,
  withWhole,
} from "./hosted-page.ts";
import type { LivePage } from "./hosted-script.ts";
import { shareWords } from "./hosted-words.ts";
import { qrSvg } from "./qr-image.ts";
import { isPhone, shareAnchors } from "./share-anchors.ts";
import { withSharePage } from "./with-share-page.ts";

/**
 * `GET /s/:token`: the page behind a mail's or receipt's link. It can be
 * forwarded, so whoever has it can share, and sees a reward only after proof.
 */
export function sharePage(collector: Collector) {
  return withSharePage(collector, (c, { page, language, path }) => {
    const say = shareWords[language];
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
<p class="eyebrow">${say.eyebrow}</p>
<h1>${withWhole(title, shop.brand)}</h1>
<p${isReward && !closed && raw(" data-unproven")}>${lead}</p>
</div>
${thread}
<p class="notice" data-stale role="status" hidden>${say.stale}</p>
${closed ? html`<enishi-progress data-place hidden locale="${language}" program="${shop.program.id}"></enishi-progress>` : html`<enishi-share data-place locale="${language}" program="${shop.program.id}">${tools(c, page, language, path)}</enishi-share>`}
<div class="quiet" data-unproven>
<p>${say.private}</p>
<p class="row"><a href="${path}/progress?language=${language}">${say.progress}</a>
${!closed && html`<a href="/r/${page.code}?page=preview&amp;language=${language}" target="_blank" rel="noopener noreferrer">${say.preview}</a>`}</p>
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

/** Everything to share with, complete without a script; the widget's shadow root takes its place. */
function tools(
  c: HttpContext,
  { code, link, shop }: SharePage,
  language: Language,
  path: string,
): Html {
  const say = shareWords[language];
  const disclosure = own(shop, "disclosure") || say.disclosure;
  const isOnPhone = isPhone(c.req.header("user-agent"));
  const anchors = shareAnchors(
    {
      disclosure,
      text: own(shop, "share_text") || say.message(shop.brand),
      subject: own(shop, "subject") || say.subject(shop.brand),
      link,
    },
    isOnPhone,
  );
  const outside = raw(' target="_blank" rel="noopener noreferrer"');
  return html`<section class="card">
<div>
<h2 class="label">${say.link}</h2>
<code>${link}</code>
</div>
<ul class="channels">
${anchors.map(({ channel, name, href, isSite }) => html`<li><a class="button${isOnPhone && channel === "line" && " main"}" href="${href}"${isSite && outside} aria-label="${say.sendBy(name ?? say.mail)}${isSite && say.newTab}">${name ?? say.mail}</a></li>`)}
</ul>
<p class="small">${disclosure}</p>
<div>
<h2 class="label">${say.code}</h2>
<code class="code">${code}</code>
<p class="small">${say.codeHint}</p>
</div>
<details>
<summary>${say.qr}</summary>
${raw(qrSvg(`${link}?channel=qr`, say.qrAlt(link)))}
<p class="row"><a href="${path}/qr.png?of=link" download="qr-${code}.png">${say.qrPng}</a><a href="${path}/qr.svg?of=link" download="qr-${code}.svg">${say.qrSvg}</a></p>
</details>
</section>`;
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

/** The owner's own words for a key, or nothing. */
export function own({ program }: HostedShop, key: string): string {
  return (program.texts[key] ?? "").trim();
}
