import { html } from "hono/html";
import { yen } from "../language.ts";
import { productArt } from "../product-art.ts";
import type { Product } from "../products.ts";
import { type Html, layout, type PageContext } from "./layout.ts";

const words = {
  ja: {
    title: "ご注文の確認",
    who: "お客さま",
    name: "お名前",
    email: "メールアドレス",
    code: "紹介コード（お持ちの方）",
    total: "お支払い金額",
    pay: "注文を確定する",
    demo: "デモなので、住所もお支払いも不要です。",
  },
  en: {
    title: "Checkout",
    who: "Your details",
    name: "Name",
    email: "E-mail",
    code: "Referral code, if you have one",
    total: "Total",
    pay: "Place the order",
    demo: "As this is a demonstration, no address and no payment is needed.",
  },
};

export function checkoutPage(
  page: PageContext,
  product: Product,
  quantity: number,
): Html {
  const { language, shopper } = page;
  const w = words[language];
  return layout(
    page,
    w.title,
    html`<h1>${w.title}</h1>
      <div class="summary">
        <span class="picture">${productArt(product.id)}</span>
        <span class="name">${product.name[language]} × ${quantity}</span>
        <span class="price">${yen(product.priceYen * quantity, language)}</span>
      </div>
      <form class="sheet" method="post" action="/orders">
        <input type="hidden" name="product" value="${product.id}" />
        <input type="hidden" name="quantity" value="${quantity}" />
        <h2>${w.who}</h2>
        <label>${w.name}
          <input name="name" autocomplete="name" required maxlength="100" value="${shopper.name[language]}" />
        </label>
        <label>${w.email}
          <input name="email" type="email" autocomplete="email" required maxlength="254" value="${shopper.email}" />
        </label>
        <enishi-code>
          <label>${w.code}
            <input name="code" autocomplete="off" maxlength="40" />
          </label>
        </enishi-code>
        <p class="total"><span>${w.total}</span> <strong>${yen(product.priceYen * quantity, language)}</strong></p>
        <button class="main">${w.pay}</button>
        <p class="note">${w.demo}</p>
      </form>`,
  );
}
