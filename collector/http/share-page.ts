import { html } from "hono/html";
import { readSharePage } from "../actions/read-share-page.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { htmlPage } from "./html-page.ts";
import { pageLanguage } from "./page-language.ts";
import { Refusal } from "./refusal.ts";

/** `GET /s/:token`: the page behind a mail's or receipt's link. It can be forwarded, so it shows no reward. */
export function sharePage(collector: Collector) {
  return async (c: HttpContext): Promise<Response> => {
    const page = await readSharePage(collector.reading, {
      token: c.req.param("token") ?? "",
    });
    if (!page)
      throw new Refusal(
        "not_found",
        "Expected a share link as it was sent. Copy the whole of it.",
      );
    const language = pageLanguage(c.req.header("accept-language"));
    const say = words[language];
    const { brand, code, link, program } = page;
    const disclosure = program.texts.disclosure ?? say.disclosure;
    const message = program.texts.share_text ?? say.message(brand);
    // First, so that no network's length limit cuts it off.
    const share = `${disclosure}\n${message}`;
    const linkBy = (channel: string) => `${link}?channel=${channel}`;
    const textBy = (channel: string) => `${share}\n${linkBy(channel)}`;
    c.header("Cache-Control", "private, no-store");
    c.header("Referrer-Policy", "no-referrer");
    return htmlPage(c, {
      language,
      title: say.title(brand),
      body: html`<h1>${say.title(brand)}</h1>
<p>${say.lead}</p>
<p>${say.link}</p>
<code>${link}</code>
<p>${say.code}</p>
<code>${code}</code>
<ul>
<li><a href="https://line.me/R/share?text=${encodeURIComponent(textBy("line"))}" target="_blank" rel="noopener noreferrer">LINE</a></li>
<li><a href="https://x.com/intent/tweet?text=${encodeURIComponent(share)}&url=${encodeURIComponent(linkBy("x"))}" target="_blank" rel="noopener noreferrer">X</a></li>
<li><a href="mailto:?subject=${encodeURIComponent(brand)}&body=${encodeURIComponent(textBy("mail").replaceAll("\n", "\r\n"))}">${say.mail}</a></li>
</ul>
<p class="small">${disclosure}</p>`,
    });
  };
}

const words = {
  ja: {
    title: (brand: string) => `${brand}をお友だちに`,
    lead: "ありがとうございます。気に入っていただけたら、お友だちにもご紹介ください。",
    link: "あなたの紹介リンク",
    code: "あなたの紹介コード",
    mail: "メール",
    message: (brand: string) => `${brand}をご紹介します。`,
    disclosure:
      "【PR】この紹介リンクから登録や購入があると、紹介者に特典が付きます。",
  },
  en: {
    title: (brand: string) => `Share ${brand} with friends`,
    lead: "Thank you. If you like it, your friends may like it too.",
    link: "Your link",
    code: "Your code",
    mail: "Mail",
    message: (brand: string) => `I would like to show you ${brand}.`,
    disclosure: "Ad: I get a reward if you sign up or buy through this link.",
  },
};
