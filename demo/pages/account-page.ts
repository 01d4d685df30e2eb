import { html } from "hono/html";
import { yen } from "../language.ts";
import type { Order } from "../orders.ts";
import { type Html, layout, type PageContext } from "./layout.ts";

const words = {
  ja: {
    title: (name: string) => `${name}さんのマイページ`,
    orders: "ご注文",
    none: "まだご注文はありません。",
  },
  en: {
    title: (name: string) => `${name}’s account`,
    orders: "Orders",
    none: "No orders yet.",
  },
};

export function accountPage(page: PageContext, orders: Order[]): Html {
  const { language, shopper } = page;
  const w = words[language];
  const title = w.title(shopper.name[language]);
  return layout(
    page,
    title,
    html`<h1>${title}</h1>
      <p class="note">${shopper.email}</p>
      <enishi-share></enishi-share>
      <enishi-progress></enishi-progress>
      <h2>${w.orders}</h2>
      ${orders.length === 0 ? html`<p>${w.none}</p>` : html`<ul class="orders">${orders.map((order) => orderLine(order, page))}</ul>`}`,
  );
}

function orderLine(order: Order, { language }: PageContext): Html {
  return html`<li>
    <code>${order.id}</code>
    <span>${order.product.name[language]} × ${order.quantity}</span>
    <strong>${yen(order.amountYen, language)}</strong>
  </li>`;
}
