import { html } from "hono/html";
import { yen } from "../language.ts";
import type { Order } from "../orders.ts";
import { type Html, inScript, layout, type PageContext } from "./layout.ts";

const words = {
  ja: {
    title: "ご注文ありがとうございます",
    body: "ただいま包んでおります。お届けまで少しお待ちください。",
    order: "ご注文番号",
    item: "商品",
    total: "金額",
  },
  en: {
    title: "Thank you for your order",
    body: "We are wrapping it now; your parcel leaves tomorrow.",
    order: "Order number",
    item: "Item",
    total: "Total",
  },
};

export function thanksPage(
  page: PageContext,
  order: Order,
  conversionToken: string,
): Html {
  const { language } = page;
  const w = words[language];
  return layout(
    page,
    w.title,
    html`<section class="thanks">
        <h1>${w.title}</h1>
        <p>${w.body}</p>
        <dl>
          <div><dt>${w.order}</dt><dd><code>${order.id}</code></dd></div>
          <div><dt>${w.item}</dt><dd>${order.product.name[language]} × ${order.quantity}</dd></div>
          <div><dt>${w.total}</dt><dd>${yen(order.amountYen, language)}</dd></div>
        </dl>
      </section>
      <script>
        enishi("sale", { token: ${inScript(conversionToken)} });
      </script>
      <enishi-share></enishi-share>`,
  );
}
