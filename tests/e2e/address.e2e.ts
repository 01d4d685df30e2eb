import { expect, test } from "vitest";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { code, visit, clicks, untilClicked, untilOrdered } = openSituation();

test("the shop's own parameters stay in the address, whatever they are called", async () => {
  const via = await code();
  const { page } = await visit("plain.html", {
    search: `?openTab=reviews&ec=7&via=${via}&openid=1#open-x`,
  });
  await untilClicked(via);
  await expect
    .poll(() => page.url())
    .toBe(`${shopUrl}/plain.html?openTab=reviews&ec=7&openid=1#open-x`);
});

test("a code leaves the address by whichever name it came, in query or fragment", async () => {
  for (const [file, before, after] of [
    ["plain.html", "?ref=", ""],
    ["other-names.html", "?x=1&friend=", "?x=1"],
    ["other-names.html", "#/tea?from=", "#/tea"],
  ] as const) {
    const via = await code();
    const { page } = await visit(file, { search: before + via });
    await untilClicked(via);
    await expect.poll(() => page.url()).toBe(`${shopUrl}/${file}${after}`);
  }
});

test("another campaign's via is no code: nothing is kept, and the address stays", async () => {
  const { page } = await visit("plain.html", { search: "?via=email_blast" });
  await call(page, "context");
  expect(await page.context().cookies()).toEqual([]);
  expect(page.url()).toContain("?via=email_blast");
});

test("a route or fragment that changes nothing in the page is noticed", async () => {
  const [first, second] = [await code(), await code()];
  const { page } = await visit("silent-routes.html");
  await call(page, "context");
  await page.goto(`${shopUrl}/silent-routes.html#via=${first}`);
  await untilClicked(first);
  await page.evaluate(`history.pushState(null, "", "?via=${second}")`);
  await untilClicked(second);
});

test("without the Navigation API a fragment is noticed all the same", async () => {
  const via = await code();
  const { page } = await visit("silent-routes.html", {
    prepare: (page) =>
      page.addInitScript(() =>
        Object.defineProperty(window, "navigation", { value: undefined }),
      ),
  });
  await call(page, "context");
  await page.goto(`${shopUrl}/silent-routes.html#via=${via}`);
  await untilClicked(via);
});

test("a code that the collector does not know replaces none that is kept", async () => {
  const via = await code();
  const { page } = await visit("plain.html", { code: via });
  await untilClicked(via);
  await page.goto(`${shopUrl}/plain.html?via=NBDYKNWN`);
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, via);
  expect(clicks("NBDYKNWN")).toEqual([]);
});

test("a code that is typed is kept: after a form and a login page the order two pages later has it, and no click is counted", async () => {
  const [link, typed] = [await code(), await code()];
  const { page } = await visit("typed-code.html", { code: link });
  await untilClicked(link);
  const field = page.locator("enishi-code input:visible");
  await field.fill(typed);
  await field.press("Tab");
  await expect
    .poll(async () => (await page.context().cookies())[0]?.value)
    .toContain(typed);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("**/plain.html?**");
  await page.goto(`${shopUrl}/silent-routes.html`);
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, typed);
  expect(clicks(typed)).toEqual([]);
});

test("a typed code waits for consent like a link, and an unknown one is not kept", async () => {
  const via = await code();
  const { page } = await visit("consent-required.html");
  await call(page, "referral", "NBDYKNWN");
  await call(page, "referral", via);
  expect(await page.context().cookies()).toEqual([]);
  await call(page, "consent", "granted");
  const order = newOrder();
  await buy(page, order);
  await untilOrdered(order, via);
  expect((await page.context().cookies())[0]?.value).toContain(via);
  expect(clicks(via)).toEqual([]);
});
