import { expect, test } from "vitest";
import { staticShop } from "./static-shop.ts";

const shop = staticShop({
  collectorUrl: "http://collector.test",
  siteKey: "pk_test",
  consent: "required",
  stub: "window.enishi = () => {};",
});

test("the static page carries the snippet and needs nothing else", async () => {
  const page = await (await shop.request("/static/")).text();
  expect(page).toContain(
    'src="http://collector.test/enishi.js" data-site="pk_test" data-consent="required"',
  );
  expect(page).toContain("window.enishi = () => {};");
  expect(page).not.toContain("{{");
});

test("with scripts off the page asks for the pixel, and lets it see the page's address", async () => {
  const page = await (await shop.request("/static/")).text();
  expect(page).toMatch(
    /<noscript><img src="http:\/\/collector\.test\/v1\/seen\.gif\?site=pk_test&amp;type=click" referrerpolicy="no-referrer-when-downgrade"/,
  );
});

test("the cart numbers each order anew and keeps the code that was typed", async () => {
  const first = await shop.request("/static/cart?lang=ja&code=7K9M2QXB");
  const second = await shop.request("/static/cart?lang=ja");
  const address = new URL(first.headers.get("location") ?? "", "http://x");
  expect(first.status).toBe(303);
  expect(address.pathname).toBe("/static/thanks.html");
  expect(address.searchParams.get("code")).toBe("7K9M2QXB");
  expect(second.headers.get("location")).not.toContain(
    address.searchParams.get("order"),
  );
});

test("with scripts off the referral in the page's address reaches the sale", async () => {
  const cart = await shop.request("/static/cart?lang=en", {
    headers: { referer: "http://shop.test/static/en/?via=7K9M2QXB" },
  });
  const thanks = await shop.request(cart.headers.get("location") ?? "");
  expect(await thanks.text()).toMatch(
    /type=sale&amp;orderId=S-[\w-]+&amp;amountMinor=6800&amp;currency=JPY&amp;code=7K9M2QXB"/,
  );
});

test("a thank-you page without an order goes back to the shop", async () => {
  for (const query of ["", "?order=%22%3E&amount=1", "?order=S-1&amount=x"]) {
    const answer = await shop.request(`/static/thanks.html${query}`);
    expect(answer.headers.get("location")).toBe("/static/");
  }
});

test("a hostile code cannot leave the pixel's address", async () => {
  const answer = await shop.request(
    `/static/thanks.html?order=S-1&amount=1&code=${encodeURIComponent('"><script>')}`,
  );
  expect(await answer.text()).not.toContain('"><script>"');
});
