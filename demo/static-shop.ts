import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import { newOrderId } from "./orders.ts";

/** What the static pages' tags stand for. */
export interface StaticShopOptions {
  collectorUrl: string;
  siteKey: string;
  /** What the site's setting is. */
  consent: string;
  stub: string;
}

const boxPriceYen = "6800";

/**
 * The shop without a backend: files as they are, and the little that a hosted
 * cart does for such a shop, which is to number the order and to fill tags in.
 */
export function staticShop(options: StaticShopOptions): Hono {
  const app = new Hono();
  const tags = {
    COLLECTOR: options.collectorUrl,
    SITE_KEY: options.siteKey,
    CONSENT: options.consent,
  };
  const page = (path: string) => {
    const text = read(path).replace("/* {{STUB}} */", () => options.stub);
    return (more: Record<string, string> = {}) =>
      text.replace(
        /\{\{(\w+)\}\}/g,
        (_, tag: string) => ({ ...tags, ...more })[tag] ?? "",
      );
  };

  for (const [path, type] of assets) {
    const text = read(path);
    app.get(`/static/${path}`, (c) =>
      c.body(text, 200, { "content-type": type }),
    );
  }
  for (const folder of ["", "en/"]) {
    const index = page(`${folder}index.html`);
    const thanks = page(`${folder}thanks.html`);
    app.get(`/static/${folder}`, (c) => c.html(index()));
    app.get(`/static/${folder}thanks.html`, (c) => {
      const order = orderInUrl(c);
      return order ? c.html(thanks(order)) : c.redirect(`/static/${folder}`);
    });
  }

  app.get("/static/cart", (c) => {
    const order = new URLSearchParams({
      order: newOrderId("S"),
      amount: boxPriceYen,
    });
    const typed = c.req.query("code");
    if (typed) order.set("code", typed);
    const met = referralInReferer(c);
    if (met) order.set("met", met);
    const folder = c.req.query("lang") === "en" ? "en/" : "";
    return c.redirect(`/static/${folder}thanks.html?${order}`, 303);
  });
  return app;
}

const assets = [
  ["shop.css", "text/css; charset=utf-8"],
  ["switch-shopper.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
] as const;

function read(path: string): string {
  return readFileSync(new URL(`./static/${path}`, import.meta.url), "utf8");
}

/** Tags of the thank-you page, from its URL; `null` where it is not such a URL. */
function orderInUrl(c: Context): Record<string, string> | null {
  const { order = "", amount = "", code, met } = c.req.query();
  if (!/^[\w-]{1,40}$/.test(order) || !/^\d{1,9}$/.test(amount)) return null;
  const known = code ?? met;
  return {
    ORDER_ID: order,
    AMOUNT: amount,
    CODE: known ? `&amp;code=${encodeURIComponent(known)}` : "",
  };
}

/** With scripts off nothing carries the referral from page to page but this. */
function referralInReferer(c: Context): string | null {
  const referer = c.req.header("referer");
  if (!referer || !URL.canParse(referer)) return null;
  return new URL(referer).searchParams.get("via");
}
