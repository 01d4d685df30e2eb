import { html, raw } from "hono/html";
import type { Language } from "../language.ts";
import type { Shopper } from "../shoppers.ts";

export type Html = ReturnType<typeof html>;

/** What every page needs to know. */
export interface PageContext {
  language: Language;
  /** Path and query of this page, to come back to. */
  here: string;
  shopper: Shopper;
  /** The shop's word on who is looking, signed by its server. */
  memberToken: string;
  collectorUrl: string;
  siteKey: string;
  consent: string;
  /** The optional stub: lets a page call before the script is there. */
  stub: string;
}

const words = {
  ja: {
    brand: "茶と器",
    products: "商品",
    brochure: "カタログ請求",
    account: "マイページ",
    other: "English",
    playing: "デモ：いま",
    as: "さんとして買い物中",
    switchTo: (name: string) => `${name}さんに替わる`,
    startOver: "新しい二人で最初から",
    hint: "替わるとこの端末の記録を消すので、二人は別々の端末を使っていることになります。",
    footer: "これはデモの店です。何も売らず、何も届きません。",
    withoutBackend: "サーバーのない店のデモ",
  },
  en: {
    brand: "Tea & tableware",
    products: "Shop",
    brochure: "Catalogue",
    account: "My account",
    other: "日本語",
    playing: "Demo: you are",
    as: "",
    switchTo: (name: string) => `Become ${name}`,
    startOver: "Start over with two new people",
    hint: "Switching erases what this device remembers, so each of the two counts as a device of their own.",
    footer:
      "This is a demonstration shop. Nothing is sold and nothing is sent.",
    withoutBackend: "Demo of a shop without a backend",
  },
};

export function layout(page: PageContext, title: string, body: Html): Html {
  const { language, shopper, here } = page;
  const otherLanguage = language === "ja" ? "en" : "ja";
  const w = words[language];
  const other =
    shopper.key === "hanako"
      ? { key: "taro", name: language === "ja" ? "太郎" : "Taro" }
      : { key: "hanako", name: language === "ja" ? "花子" : "Hanako" };
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} | つゆくさ</title>
    <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/static/shop.css" />
    ${snippet(page)}
    <script>
      enishi("identify", { token: ${inScript(page.memberToken)} });
    </script>
    <script type="module" src="/static/switch-shopper.js"></script>
  </head>
  <body>
    <aside class="demo-bar">
      <p>${w.playing} <strong>${shopper.name[language]}</strong>${w.as}</p>
      <form method="post" action="/switch" data-switch>
        <input type="hidden" name="back" value="${here}" />
        <button name="to" value="${other.key}">${w.switchTo(other.name)}</button>
        <button name="to" value="new" class="quiet">${w.startOver}</button>
      </form>
      <p class="hint">${w.hint}</p>
    </aside>
    <header class="masthead">
      <a class="brand" href="/">つゆくさ<small>${w.brand}</small></a>
      <nav>
        <a href="/">${w.products}</a>
        <a href="/brochure">${w.brochure}</a>
        <a href="/account">${w.account}</a>
        <a href="${here}${here.includes("?") ? "&" : "?"}lang=${otherLanguage}" lang="${otherLanguage}">${w.other}</a>
      </nav>
    </header>
    <div class="welcome"><enishi-welcome></enishi-welcome></div>
    <main>${body}</main>
    <footer><p>${w.footer}</p><p><a href="/static/">${w.withoutBackend}</a></p></footer>
  </body>
</html>`;
}

/** The whole installation, as the README shows it; the first line is for pages that call before the script is there. */
export function snippet(page: {
  collectorUrl: string;
  siteKey: string;
  consent: string;
  stub: string;
}): Html {
  return html`<script>${raw(page.stub)}</script>
    <script async src="${page.collectorUrl}/enishi.js" data-site="${page.siteKey}" data-consent="${page.consent}"></script>`;
}

/** A value inside a script element: JSON that cannot end the element. */
export function inScript(value: unknown): Html {
  return raw(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
