import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { keepCookies } from "../tests/keep-cookies.ts";
import { createShop } from "./shop.ts";

const signingKey = "sig_0123456789abcdef0123456789abcdef";

function openShop() {
  const reported: Record<string, unknown>[] = [];
  const shop = createShop({
    collectorUrl: "http://collector.test",
    siteKey: "pk_test",
    secretKey: "sk_test",
    signingKey,
    stub: "/* stub */",
    fetch: async (_url, init) => {
      reported.push(JSON.parse(String(init?.body)));
      return new Response("{}", { status: 201 });
    },
  });
  const { request } = keepCookies(shop, "http://shop.test");
  const post = (path: string, fields: Record<string, string>) =>
    request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: "http://shop.test" },
    });
  /** Sends a form, and answers the page it leads to. */
  async function follow(path: string, fields: Record<string, string>) {
    const answer = await post(path, fields);
    expect(answer.status).toBe(303);
    const address = answer.headers.get("location") ?? "";
    return { address, page: await (await request(address)).text() };
  }
  const get = async (path: string) => (await request(path)).text();
  return { reported, request, post, follow, get };
}

/** What the shop's server signed into a page. */
function signedWord(page: string, call: string): Record<string, unknown> {
  const [, token = ""] =
    new RegExp(`enishi\\("${call}", \\{ token: "([^"]+)" \\}\\)`).exec(page) ??
    [];
  const [head, body = "", signature] = token.split(".");
  const expected = createHmac("sha256", signingKey)
    .update(`${head}.${body}`)
    .digest("base64url");
  expect(signature).toBe(expected);
  return JSON.parse(Buffer.from(body, "base64url").toString());
}

test("every page greets a referred visitor and says who is looking, in a signed word", async () => {
  const shop = openShop();
  for (const path of [
    "/",
    "/products/kettle",
    "/checkout?product=kettle",
    "/brochure",
    "/account",
  ]) {
    const page = await shop.get(path);
    expect(page).toContain("<enishi-welcome>");
    expect(page).toContain(
      'src="http://collector.test/enishi.js" data-site="pk_test" data-consent="granted"',
    );
    expect(signedWord(page, "identify")).toMatchObject({
      aud: "member",
      sub: "hanako",
      email: "hanako@example.com",
    });
  }
});

test("an order is signed for the browser without its gross profit, and reported by the server with it", async () => {
  const shop = openShop();
  const { address, page } = await shop.follow("/orders", {
    product: "kettle",
    quantity: "1",
    name: "花子",
    email: "hanako@example.com",
    code: "7K9M2QXB",
  });
  const orderId = address.split("/").at(-1);
  const word = signedWord(page, "sale");
  expect(word).toMatchObject({
    aud: "conversion",
    type: "sale",
    orderId,
    amountMinor: 100_000,
    currency: "JPY",
    sub: "hanako",
    code: "7K9M2QXB",
  });
  expect(word).not.toHaveProperty("grossProfitMinor");
  expect(page).not.toContain("40000");
  expect(page).toContain("<enishi-share>");
  expect(shop.reported).toMatchObject([
    {
      type: "sale",
      orderId,
      amountMinor: 100_000,
      currency: "JPY",
      grossProfitMinor: 40_000,
      customer: { id: "hanako", email: "hanako@example.com", existing: false },
      code: "7K9M2QXB",
    },
  ]);
});

test("a second order says that the customer was one already", async () => {
  const shop = openShop();
  await shop.follow("/orders", { product: "sencha", quantity: "2" });
  await shop.follow("/orders", { product: "cups", quantity: "1" });
  expect(shop.reported).toMatchObject([
    { amountMinor: 3_000, customer: { existing: false } },
    { amountMinor: 4_800, customer: { existing: true } },
  ]);
});

test("a request for the brochure is a signed lead of its own", async () => {
  const shop = openShop();
  const form = { name: "花子", email: "hana@example.com" };
  const { address, page } = await shop.follow("/brochure", form);
  expect(signedWord(page, "lead")).toMatchObject({
    aud: "conversion",
    type: "lead",
    orderId: address.split("/").at(-1),
    sub: "hanako",
    email: "hana@example.com",
  });
  expect(shop.reported).toEqual([]);
});

test("one person can play two shoppers, who see only their own orders", async () => {
  const shop = openShop();
  const { address } = await shop.follow("/orders", { product: "kettle" });
  const switched = await shop.follow("/switch", {
    to: "taro",
    back: "/account",
  });
  expect(switched.address).toBe("/account");
  expect(signedWord(switched.page, "identify")).toMatchObject({
    sub: "taro",
    email: "taro@example.com",
  });
  expect((await shop.request(address)).status).toBe(404);
});

test("starting over makes two new people", async () => {
  const shop = openShop();
  const { page } = await shop.follow("/switch", { to: "new", back: "/" });
  const { sub, email } = signedWord(page, "identify");
  expect(sub).toMatch(/^hanako-\w+$/);
  expect(email).toBe(`${sub}@example.com`);
});

test("switching never leads to another site", async () => {
  const shop = openShop();
  for (const back of [
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "/thanks/T-1",
  ]) {
    const answer = await shop.post("/switch", { to: "taro", back });
    expect(answer.headers.get("location")).toBe("/");
  }
});

test("a form from another site places no order", async () => {
  const shop = openShop();
  const answer = await shop.request("/orders", {
    method: "POST",
    body: new URLSearchParams({ product: "kettle" }),
    headers: { origin: "https://evil.test" },
  });
  expect(answer.status).toBe(403);
  expect(shop.reported).toEqual([]);
});

test("the language is chosen once and kept, whatever page it was chosen on", async () => {
  const shop = openShop();
  expect(await shop.get("/")).toContain('<html lang="ja">');
  const checkout = await shop.get(
    "/checkout?product=kettle&quantity=2&lang=en",
  );
  expect(checkout).toContain("¥200,000");
  expect(checkout).toContain(
    'href="/checkout?product=kettle&amp;quantity=2&amp;lang=ja"',
  );
  expect(await shop.get("/")).toContain('<html lang="en">');
});

test("hostile words in a form stay words", async () => {
  const shop = openShop();
  const { page } = await shop.follow("/brochure", {
    email: "</script><script>alert(1)</script>",
  });
  expect(page).not.toContain("<script>alert");
});
