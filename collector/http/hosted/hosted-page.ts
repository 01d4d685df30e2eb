import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Language } from "../../../sdk/protocol/spoken.ts";
import type { HostedShop } from "../../actions/hosted-shop.ts";
import type { HttpContext } from "../collector.ts";
import { hostedScript } from "./hosted-script.ts";
import { hostedStyle } from "./hosted-style.ts";
import { hostedWords } from "./hosted-words.ts";

export type Html = ReturnType<typeof html>;

/** A page of the collector's own, for a shop; all texts in it are escaped by the `html` tag that made them. */
export interface HostedPage {
  language: Language;
  title: string;
  head?: Html;
  body: Html;
  /** Whose page it is; `null` where that cannot be known. */
  shop: HostedShop | null;
  status?: 200 | 404 | 410 | 500 | 503;
  /** What the page's script works with; without it the page has none. */
  live?: object;
}

/** The red thread, from one edge to the other. */
export const thread: Html = html`<svg class="thread" viewBox="0 0 600 20" preserveAspectRatio="none" aria-hidden="true"><path d="M1 11C90-9 150 28 260 11s190-14 250-2 70 4 89 0" vector-effect="non-scaling-stroke"/></svg>`;

/** A heading that breaks its lines beside the shop's name, not in it. */
export function withWhole(title: string, name: string): Html {
  const parts = name === "" ? [title] : title.split(name);
  return html`${parts.map((part, index) => (index === 0 ? part : html`<span class="whole">${name}</span>${part}`))}`;
}

/** What stands in brackets is on one line, where that is wide enough. */
export function withWholeBrackets(text: string): Html {
  const parts = text.split(/([（(][^（(]*[）)])/);
  return html`${parts.map((part, index) => (index % 2 ? html`<span class="whole">${part}</span>` : part))}`;
}

/**
 * Nothing of it is kept by a cache or found by a search, no address of it is
 * told to anybody, and nothing is asked of a third party.
 */
export function hostedPage(
  c: HttpContext,
  page: HostedPage,
): Response | Promise<Response> {
  const { language, shop, live } = page;
  const style = hostedStyle(shop?.accent ?? null);
  const logoUrl = shop?.logoUrl ?? null;
  const pictures = [logoUrl, shop?.pictureUrl ?? null];
  return c.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<meta name="format-detection" content="telephone=no">
<title>${page.title}</title>
${page.head ?? ""}<style>${raw(style)}</style>
</head>
<body>
${shop && html`<header>${logoUrl === null ? shop.brand : html`<img src="${logoUrl}" alt="${shop.brand}">`}</header>`}
<main>
${page.body}
</main>
${shop && footer(shop, language)}
${live && html`<script type="application/json" id="page">${raw(inScript(live))}</script><script>${raw(hostedScript)}</script>`}
</body>
</html>
`,
    page.status ?? 200,
    {
      "Content-Security-Policy": policy(style, pictures, live !== undefined),
      "X-Robots-Tag": "noindex, nofollow",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "private, no-store",
      Vary: "Accept-Language, User-Agent",
    },
  );
}

function footer(
  { siteKey, basePath, program, isTest }: HostedShop,
  language: Language,
) {
  const say = hostedWords[language];
  // That page is in these two.
  const nearest = language === "ja" ? "ja" : "en";
  return html`<footer>
${isTest && html`<span>${say.test}</span>`}
${program.termsUrl && html`<a href="${program.termsUrl}" target="_blank" rel="noopener noreferrer">${say.terms}</a>`}
<a href="${basePath}/disclosure?site=${siteKey}&amp;language=${nearest}" target="_blank" rel="noopener noreferrer">${say.disclosure}</a>
</footer>`;
}

function policy(style: string, pictures: (string | null)[], isLive: boolean) {
  const origins = pictures.flatMap((address) =>
    address === null ? [] : [new URL(address).origin],
  );
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(isLive
      ? [`script-src 'self' '${hashOf(hostedScript)}'`, "connect-src 'self'"]
      : []),
    ["img-src 'self' data: blob:", ...new Set(origins)].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** JSON that cannot end the element that it stands in. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
