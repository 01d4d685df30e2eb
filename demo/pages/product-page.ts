import { html } from "hono/html";
import { yen } from "../language.ts";
import { productArt } from "../product-art.ts";
import type { Product } from "../products.ts";
import { type Html, layout, type PageContext } from "./layout.ts";

const words = {
  ja: { tax: "税込・送料無料", quantity: "数量", buy: "購入手続きへ" },
  en: { tax: "tax and postage incl.", quantity: "Quantity", buy: "Buy" },
};

export function productPage(page: PageContext, product: Product): Html {
  const { language } = page;
  const w = words[language];
  return layout(
    page,
    product.name[language],
    html`<article class="product">
      <div class="picture">${productArt(product.id)}</div>
      <div class="words">
        <h1>${product.name[language]}</h1>
        <p class="lead">${product.line[language]}</p>
        <p>${product.about[language]}</p>
        <p class="facts">${product.facts[language]}</p>
        <p class="price">${yen(product.priceYen, language)} <small>${w.tax}</small></p>
        <form class="buy" action="/checkout">
          <input type="hidden" name="product" value="${product.id}" />
          <label>${w.quantity}
            <select name="quantity">
              ${[1, 2, 3].map((n) => html`<option>${n}</option>`)}
            </select>
          </label>
          <button class="main">${w.buy}</button>
        </form>
      </div>
    </article>`,
  );
}
