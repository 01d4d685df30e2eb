import { html } from "hono/html";
import { yen } from "../language.ts";
import { productArt } from "../product-art.ts";
import { products } from "../products.ts";
import { type Html, layout, type PageContext } from "./layout.ts";

const words = {
  ja: {
    title: "茶と器",
    head: "湯気の向こうに、いい時間。",
    intro: "産地をたずねて選んだお茶と、毎日使える器をお届けします。",
    tax: "税込",
  },
  en: {
    title: "Tea & tableware",
    head: "Good hours, behind the steam.",
    intro: "Tea chosen where it grows, and pots and cups to use every day.",
    tax: "tax incl.",
  },
};

export function homePage(page: PageContext): Html {
  const { language } = page;
  const w = words[language];
  return layout(
    page,
    w.title,
    html`<section class="hero">
        <h1>${w.head}</h1>
        <p>${w.intro}</p>
      </section>
      <ul class="grid">
        ${products.map(
          (product) =>
            html`<li>
              <a class="card" href="/products/${product.id}">
                <span class="picture">${productArt(product.id)}</span>
                <span class="name">${product.name[language]}</span>
                <span class="line">${product.line[language]}</span>
                <span class="price">${yen(product.priceYen, language)} <small>${w.tax}</small></span>
              </a>
            </li>`,
        )}
      </ul>`,
  );
}
