import { expect, test } from "vitest";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { code, visit, clicks, untilClicked, untilOrdered } = openSituation({
  hosts: ["www.shop2.test"],
});

test.for([
  "old-libraries",
  "frozen-globals",
  "script-twice",
  "script-deferred",
  "script-as-module",
  "script-late",
])("on %s.html one click and one order arrive", async (name) => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit(`${name}.html`, { code: via });
  const [click] = await untilClicked(via);
  expect(click?.visitor).toBeTruthy();
  await buy(page, order);
  await untilOrdered(order, via);
  expect(clicks(via)).toHaveLength(1);
  await expect.poll(() => page.url()).not.toContain("via=");
  expect(problems).toEqual([]);
});

test("a script in the head runs before there is a document", async () => {
  const via = await code();
  const { problems } = await visit("script-in-head.html", { code: via });
  await untilClicked(via);
  expect(problems).toEqual([]);
});

test("a page whose fetch and history are broken loses no order, and hears nothing of it", async () => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("patched-globals.html", { code: via });
  await untilClicked(via);
  await buy(page, order);
  await untilOrdered(order, via);
  expect(problems).toEqual([]);
});

test("where storage throws the cookie keeps the referral", async () => {
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("storage-denied.html", { code: via });
  await untilClicked(via);
  await page.goto(`${shopUrl}/storage-denied.html`);
  await buy(page, order);
  await untilOrdered(order, via);
  expect(problems).toEqual([]);
});

test("with cookies disabled the mirror keeps it, and with both the address does", async () => {
  for (const file of ["plain.html", "storage-denied.html"]) {
    const via = await code();
    const order = newOrder();
    const { page, problems } = await visit(file, {
      code: via,
      prepare: async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send("Emulation.setDocumentCookieDisabled", {
          disabled: true,
        });
      },
    });
    await untilClicked(via);
    expect(await page.context().cookies()).toEqual([]);
    if (file === "plain.html") {
      await expect.poll(() => page.url()).not.toContain("via=");
      await page.goto(`${shopUrl}/${file}`);
    } else {
      expect(page.url()).toContain(`via=${via}`);
    }
    await buy(page, order);
    await untilOrdered(order, via);
    expect(problems).toEqual([]);
  }
});

test("routes of a single-page app, by history or by the Navigation API, bring referrals", async () => {
  const [first, second, third] = [await code(), await code(), await code()];
  const { page, problems } = await visit("single-page-app.html", {
    code: first,
  });
  await untilClicked(first);
  await page.evaluate(
    `history.pushState({ kept: 1 }, "", "/tea?via=${second}&size=2")`,
  );
  await untilClicked(second);
  await expect.poll(() => page.url()).toBe(`${shopUrl}/tea?size=2`);
  expect(await page.evaluate("history.state")).toEqual({ kept: 1 });
  await page.evaluate(`void navigation.navigate("#/cart?via=${third}")`);
  await untilClicked(third);
  await expect.poll(() => page.url()).toBe(`${shopUrl}/tea?size=2#/cart`);
  await page.goBack();
  await page.goForward();
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, third);
  expect([first, second].map((via) => clicks(via).length)).toEqual([1, 1]);
  expect(problems).toEqual([]);
});

test("a page restored from the back-forward cache goes on, and counts no second click", async () => {
  const via = await code();
  const { page, problems } = await visit("plain.html", { code: via });
  await untilClicked(via);
  await page.evaluate(
    'addEventListener("pageshow", (event) => { window.restored = event.persisted; })',
  );
  await page.goto(`${shopUrl}/framed.html`);
  await page.goBack({ waitUntil: "commit" });
  await expect.poll(() => page.evaluate("window.restored")).toBe(true);
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, via);
  expect(clicks(via)).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("the code is found in the fragment and under the shop's own names, and goes on to its other domains", async () => {
  for (const search of ["#/tea?via=", "?friend="]) {
    const via = await code();
    await visit("other-names.html", { search: search + via });
    await untilClicked(via);
  }
  const via = await code();
  const { page } = await visit("other-names.html", { code: via });
  await untilClicked(via);
  await call(page, "context");
  await expect
    .poll(() =>
      page.getByRole("link").evaluate((link) => {
        const init = { button: 1, bubbles: true };
        link.dispatchEvent(new PointerEvent("auxclick", init));
        return link.getAttribute("href");
      }),
    )
    .toMatch(
      new RegExp(`/plain.html\\?size=2&via=${via}&enishi-at=[0-9a-z]{8}$`),
    );
  await page.getByRole("link").click();
  await page.waitForURL("https://www.shop2.test/**");
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, via);
  expect(await page.context().cookies("https://www.shop2.test")).toMatchObject([
    { name: "_enishi", value: expect.stringContaining(via) },
  ]);
  await expect
    .poll(() => page.url())
    .toBe("https://www.shop2.test/plain.html?size=2");
  // The browser does not tell one domain what it is called on the other.
  await untilClicked(via, 2);
});

test("no global but enishi appears", async () => {
  const { page } = await visit("plain.html", {
    code: await code(),
    prepare: (page) =>
      page.addInitScript(() => {
        const before = Object.getOwnPropertyNames(window);
        Reflect.set(document, "namesBefore", before);
      }),
  });
  await call(page, "context");
  const names = await page.evaluate(() => {
    const before = Reflect.get(document, "namesBefore") as string[];
    return Object.getOwnPropertyNames(window).filter(
      (name) => !before.includes(name),
    );
  });
  expect(names).toEqual(["enishi"]);
});
