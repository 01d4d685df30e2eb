import { html } from "hono/html";
import { type Html, inScript, layout, type PageContext } from "./layout.ts";

const words = {
  ja: {
    title: "見立てカタログを無料でお届け",
    body: "季節のお茶と、それに合う器の組み合わせを 48 ページにまとめました。読むだけでも楽しい一冊です。",
    name: "お名前",
    email: "メールアドレス",
    send: "カタログを請求する",
    thanks: "カタログのご請求ありがとうございます",
    sent: "三日ほどでお手元に届きます。",
    back: "商品を見る",
  },
  en: {
    title: "Our catalogue, free by post",
    body: "48 pages of teas for the season and the cups that suit them. A pleasure even if you only read it.",
    name: "Name",
    email: "E-mail",
    send: "Send me the catalogue",
    thanks: "Thank you for asking for our catalogue",
    sent: "It will be with you in about three days.",
    back: "Look at the shop",
  },
};

export function brochurePage(page: PageContext): Html {
  const { language, shopper } = page;
  const w = words[language];
  return layout(
    page,
    w.title,
    html`<h1>${w.title}</h1>
      <p class="lead">${w.body}</p>
      <form class="sheet" method="post" action="/brochure">
        <label>${w.name}
          <input name="name" autocomplete="name" required maxlength="100" value="${shopper.name[language]}" />
        </label>
        <label>${w.email}
          <input name="email" type="email" autocomplete="email" required maxlength="254" value="${shopper.email}" />
        </label>
        <button class="main">${w.send}</button>
      </form>`,
  );
}

export function brochureThanksPage(
  page: PageContext,
  conversionToken: string,
): Html {
  const w = words[page.language];
  return layout(
    page,
    w.thanks,
    html`<section class="thanks">
        <h1>${w.thanks}</h1>
        <p>${w.sent} <a href="/">${w.back}</a></p>
      </section>
      <script>
        enishi("lead", { token: ${inScript(conversionToken)} });
      </script>
      <enishi-share></enishi-share>`,
  );
}
