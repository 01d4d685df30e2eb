import { html } from "hono/html";
import { readSettings } from "../actions/read-settings.ts";
import { siteByPublicKey } from "../actions/read-site.ts";
import { siteOfBrowser } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { disclosedFields } from "./disclosed-fields.ts";
import { fieldWords } from "./field-words.ts";
import { htmlPage } from "./html-page.ts";
import { occasionWords } from "./occasion-words.ts";
import { pageLanguage } from "./page-language.ts";
import { queryOf } from "./query.ts";
import { disclosureQuery } from "./schemas/disclosure.ts";

/** What pages send, why, and to whom: the schemas and their words, put together once. */
const sends = disclosedFields().map(([occasion, fields]) => ({
  occasion,
  ...occasionWords[occasion],
  fields: fields.map((name) => ({ name, ...fieldWords[name] })),
}));

/** `GET /v1/disclosure` */
export function disclosure(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { name, host } = await recipientOf(collector, c);
    const recipient = { name, host };
    c.header("Cache-Control", "no-cache");
    return c.json({ recipient, thirdParties: [], sends });
  };
}

/** `GET /disclosure`: the same for people. */
export function disclosurePage(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const { name, host, isNamed } = await recipientOf(collector, c);
    const language =
      queryOf(c, disclosureQuery).language ??
      pageLanguage(c.req.header("accept-language"));
    const say = words[language];
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept-Language");
    return htmlPage(c, {
      language,
      title: say.title,
      body: html`<h1>${say.title}</h1>
<p>${say.lead(isNamed ? name : say.operator(name), host)}</p>
<p>${say.choice}</p>
${sends.map(
  ({ on, purpose, fields }) => html`<h2>${on[language]}</h2>
<p>${say.purpose}${purpose[language]}</p>
<ul>
${fields.map((field) => html`<li>${field[language]} <small>(${field.name})</small></li>\n`)}</ul>
`,
)}
<p class="small">${say.requests}</p>`,
    });
  };
}

/** Whoever has told neither a brand nor a name is called by the shop's host, which is what a first site is named. */
async function recipientOf(
  collector: Collector,
  c: HttpContext,
): Promise<{ name: string; host: string; isNamed: boolean }> {
  const { site: key } = queryOf(c, disclosureQuery);
  const remembered = await siteOfBrowser(collector, c, key);
  // What it is called now: other calls need not know that at once.
  const site = (await siteByPublicKey(collector.reading, key)) ?? remembered;
  const { id: siteId, origins } = site;
  const { program } = await readSettings(collector.reading, {
    siteId,
    program: null,
  });
  const name = program.brand || site.name;
  return {
    name,
    host: new URL(collector.origin).host,
    isNamed: origins.every((origin) => URL.parse(origin)?.host !== name),
  };
}

const words = {
  ja: {
    title: "お友だち紹介で送信される情報",
    lead: (name: string, host: string) =>
      `お友だち紹介プログラムの運営のため、ご利用のブラウザから次の情報を${name}が管理するサーバー(${host})へ送信します。第三者へは送信しません。`,
    operator: (host: string) => `当サイト(${host})の運営者`,
    choice:
      "紹介リンクを使わず、紹介の画面も表示されず、ページが登録・購入その他のできごとを記録していない場合、端末には何も保存されません。ブラウザの Global Privacy Control が有効な場合、ページで同意されるまで、端末には何も保存されず、識別子も送信されません。",
    purpose: "利用目的: ",
    requests:
      "通信のため、サーバーはIPアドレス、ブラウザの種類、ページのオリジンを受け取りますが、IPアドレスとブラウザの種類は保存しません。",
  },
  en: {
    title: "What the referral programme sends",
    lead: (name: string, host: string) =>
      `To run the referral programme, your browser sends the following to a server of ${name} (${host}), and to nobody else.`,
    operator: (host: string) => `the operator of this site (${host})`,
    choice:
      "Whoever has followed no referral link, seen no screen of the programme, and done nothing that the page records, such as signing up or buying, has nothing stored on the device. Where the browser sends Global Privacy Control, nothing is stored and no visitor id is sent before the page is given consent.",
    purpose: "Purpose: ",
    requests:
      "As with any request the server sees the IP address, the kind of browser and the page's origin; the first two are not stored.",
  },
};
