import { html, raw } from "hono/html";
import {
  headline,
  occasion,
  offeredMessage,
} from "../../../sdk/protocol/offer-sentences.ts";
import { linkFor } from "../../../sdk/protocol/share-message.ts";
import type { HttpContext } from "../collector.ts";
import { type Html, withWholeBrackets } from "./hosted-page.ts";
import { hostedWords, saysShared } from "./hosted-words.ts";
import { own } from "./own.ts";
import { qrSvg } from "./qr-image.ts";
import { deviceOf, type ShareAnchor, shareAnchors } from "./share-anchors.ts";
import type { SharePageCall } from "./with-share-page.ts";

const outside = raw(' target="_blank" rel="noopener noreferrer"');

/** Everything to share with, complete without a script; the widget's shadow root takes its place. */
export function shareTools(
  c: HttpContext,
  { page: { code, link, shop }, language, path }: SharePageCall,
): Html {
  const say = hostedWords[language].share;
  const shared = saysShared(language, shop.program);
  const { offer } = shop.program;
  const device = deviceOf(c.req.header("user-agent"));
  const isPhone = device !== "desktop";
  const message = {
    ...offeredMessage(
      shared,
      { ...shop.program, brand: shop.brand },
      {
        text: own(shop, "share_text") || null,
        disclosure: own(shop, "disclosure"),
      },
    ),
    link,
  };
  const { picture } = shop;
  const { first, more } = shareAnchors(shared, message, { device, picture });
  const buttons = (anchors: ShareAnchor[]) =>
    html`<ul class="channels">
${anchors.map(({ name, href, isSite }, index) => html`<li><a class="button${isPhone && anchors === first && index === 0 && " main"}" href="${href}"${isSite && outside} aria-label="${shared("sendBy", { channel: name })}${isSite && shared("newTab")}">${name}</a></li>`)}
</ul>`;
  const linkToCopy = html`<div>
<h2 class="label">${say.link}</h2>
<code>${link}</code>
</div>`;
  return html`<section class="card">
<p class="offer">${withWholeBrackets(headline(shared, offer))}</p>
${offer.steps.length > 1 && html`<ul class="steps">${offer.steps.map((step) => html`<li>${occasion(shared, step.on)}<b>${withWholeBrackets(headline(shared, { ...offer, ...step }))}</b></li>`)}</ul>`}
${!isPhone && linkToCopy}
${buttons(first)}
<div>
<h2 class="label">${say.message}</h2>
<blockquote><p>${message.disclosure}</p><p>${message.text}</p></blockquote>
</div>
${isPhone && linkToCopy}
<div>
<h2 class="label">${say.code}</h2>
<code class="code">${code}</code>
<p class="small">${say.codeHint}</p>
</div>
<div>
${more.length > 0 && html`<details><summary>${say.more}</summary>${buttons(more)}</details>`}
<details>
<summary>${say.qr}</summary>
${raw(qrSvg(linkFor(link, "qr"), say.qrAlt(link)))}
<p class="row"><a href="${path}/qr.png?of=link" download="qr-${code}.png">${say.qrPng}</a><a href="${path}/qr.svg?of=link" download="qr-${code}.svg">${say.qrSvg}</a></p>
</details>
</div>
</section>`;
}
