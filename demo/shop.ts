import { readReferral, signConversion, signMember } from "enishi/server";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { languageOf } from "./language.ts";
import { createOrders, newOrderId } from "./orders.ts";
import { accountPage } from "./pages/account-page.ts";
import { brochurePage, brochureThanksPage } from "./pages/brochure-pages.ts";
import { checkoutPage } from "./pages/checkout-page.ts";
import { homePage } from "./pages/home-page.ts";
import type { PageContext } from "./pages/layout.ts";
import { notFoundPage } from "./pages/not-found-page.ts";
import { productPage } from "./pages/product-page.ts";
import { thanksPage } from "./pages/thanks-page.ts";
import { productById } from "./products.ts";
import { type ReportOptions, reportOrder } from "./report-order.ts";
import { createShoppers } from "./shoppers.ts";
import { staticShop } from "./static-shop.ts";

export interface ShopOptions extends ReportOptions {
  siteKey: string;
  signingKey: string;
  /** What the site's setting is; left out, `granted`. */
  consent?: string;
  /** The optional stub of the snippet, as `dist/browser/stub.js` has it. */
  stub?: string;
}

/** A small shop that uses Enishi as any shop would: a snippet, two signed words, one call from its server. */
export function createShop(options: ShopOptions): Hono {
  const { collectorUrl, siteKey, signingKey } = options;
  const { consent = "granted", stub = "" } = options;
  const shop = new Hono();
  const shoppers = createShoppers();
  const orders = createOrders();
  const brochureRequests = new Map<string, { by: string; email: string }>();
  const shopperOf = (c: Context) => shoppers.find(getCookie(c, "shopper"));

  function pageContext(c: Context): PageContext {
    const shopper = shopperOf(c);
    const language = languageOf(c);
    const memberToken = signMember(
      { sub: shopper.id, email: shopper.email, name: shopper.name[language] },
      { signingKey },
    );
    return {
      language,
      here: addressOf(c),
      shopper,
      memberToken,
      collectorUrl,
      siteKey,
      consent,
      stub,
    };
  }

  shop.use(csrf());
  shop.route("/", staticShop({ collectorUrl, siteKey, consent, stub }));

  shop.get("/", (c) => c.html(homePage(pageContext(c))));

  shop.get("/products/:id", async (c) => {
    const product = productById(c.req.param("id"));
    if (!product) return c.notFound();
    return c.html(productPage(pageContext(c), product));
  });

  shop.get("/checkout", async (c) => {
    const product = productById(c.req.query("product"));
    if (!product) return c.redirect("/");
    const quantity = quantityFrom(c.req.query("quantity"));
    return c.html(checkoutPage(pageContext(c), product, quantity));
  });

  shop.post("/orders", async (c) => {
    const form = await c.req.formData();
    const product = productById(text(form.get("product")));
    if (!product) return c.redirect("/", 303);
    const order = orders.place({
      product,
      quantity: quantityFrom(text(form.get("quantity"))),
      shopper: shopperOf(c),
      email: text(form.get("email")) || shopperOf(c).email,
      code: text(form.get("code")) || null,
    });
    const referral = readReferral(c.req.header("cookie"));
    void reportOrder(order, referral?.visitor ?? null, options);
    return c.redirect(`/thanks/${order.id}`, 303);
  });

  shop.get("/thanks/:order", async (c) => {
    const order = orders.find(c.req.param("order"));
    if (order?.customerId !== shopperOf(c).id) return c.notFound();
    const token = signConversion(
      {
        type: "sale",
        orderId: order.id,
        amountMinor: order.amountYen,
        currency: "JPY",
        sub: order.customerId,
        email: order.email,
        ...(order.code ? { code: order.code } : {}),
      },
      { signingKey },
    );
    return c.html(thanksPage(pageContext(c), order, token));
  });

  shop.get("/brochure", async (c) => c.html(brochurePage(pageContext(c))));

  shop.post("/brochure", async (c) => {
    const form = await c.req.formData();
    const { id, email } = shopperOf(c);
    const request = newOrderId("B");
    brochureRequests.set(request, {
      by: id,
      email: text(form.get("email")) || email,
    });
    return c.redirect(`/brochure/thanks/${request}`, 303);
  });

  shop.get("/brochure/thanks/:request", async (c) => {
    const id = c.req.param("request");
    const request = brochureRequests.get(id);
    if (request?.by !== shopperOf(c).id) return c.notFound();
    const token = signConversion(
      {
        type: "lead",
        orderId: id,
        sub: request.by,
        email: request.email,
      },
      { signingKey },
    );
    return c.html(brochureThanksPage(pageContext(c), token));
  });

  shop.get("/account", (c) =>
    c.html(accountPage(pageContext(c), orders.ofCustomer(shopperOf(c).id))),
  );

  shop.post("/switch", async (c) => {
    const form = await c.req.formData();
    const to = text(form.get("to"));
    if (to === "new") shoppers.startOver();
    setCookie(c, "shopper", to === "taro" ? "taro" : "hanako", {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
    });
    return c.redirect(pathOnly(text(form.get("back"))), 303);
  });

  shop.notFound((c) => c.html(notFoundPage(pageContext(c)), 404));
  return shop;
}

/** This page's path and query, without what is only for one visit. */
function addressOf(c: Context): string {
  const { pathname, searchParams } = new URL(c.req.url);
  for (const name of ["lang", "via", "ref", "ec"]) searchParams.delete(name);
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value.trim() : "";
}

function quantityFrom(typed: string | undefined): number {
  const quantity = Number(typed);
  return quantity >= 1 && quantity <= 3 ? Math.floor(quantity) : 1;
}

/** Where to go after a switch: a page of this shop that any shopper may see. */
function pathOnly(back: string): string {
  return /^\/(?![/\\])/.test(back) && !back.includes("thanks") ? back : "/";
}
