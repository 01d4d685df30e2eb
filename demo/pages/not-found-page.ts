import { html } from "hono/html";
import { type Html, layout, type PageContext } from "./layout.ts";

const words = {
  ja: { title: "ページが見つかりません", back: "商品一覧へ" },
  en: { title: "This page is not here", back: "To the shop" },
};

export function notFoundPage(page: PageContext): Html {
  const w = words[page.language];
  return layout(
    page,
    w.title,
    html`<h1>${w.title}</h1>
      <p><a href="/">${w.back}</a></p>`,
  );
}
