import { expect, test } from "vitest";
import { signToken } from "../site-api.ts";
import { call, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const { world, code, visit, untilClicked, untilOrdered } = openSituation({
  shop: { home: "no-widget.html" },
});

test("the browser of these tests really blocks third-party cookies", async () => {
  const page = await world.device();
  const toCollector = () =>
    world.door.passages.filter(({ path }) => path.startsWith("/healthz"));
  await page.goto(collectorUrl);
  await page.context().addCookies([
    {
      name: "probe",
      value: "1",
      url: collectorUrl,
      sameSite: "None",
      secure: true,
    },
  ]);
  await page.goto(`${collectorUrl}/healthz`);
  expect(toCollector().at(-1)?.cookie).toContain("probe=1");

  await page.goto(shopUrl);
  await page.evaluate(
    (address) =>
      fetch(address, { mode: "no-cors", credentials: "include" }).then(
        () => null,
      ),
    `${collectorUrl}/healthz`,
  );
  expect(toCollector().at(-1)?.cookie).toBeNull();
});

test("a visitor whom nobody referred causes no event, no cookie and no storage", async () => {
  const page = await world.device();
  world.door.passages.length = 0;
  await page.goto(shopUrl);
  await page.waitForFunction(() => "enishi" in window);
  await page.reload({ waitUntil: "networkidle" });

  const toCollector = world.door.passages.filter(
    ({ host }) => host === "ref.enishi.test",
  );
  expect(toCollector.length).toBeGreaterThan(0);
  expect(new Set(toCollector.map(({ path }) => path))).toEqual(
    new Set(["/enishi.js"]),
  );
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
  ]);
  expect(kept).toEqual([0, 0]);
});

test("while a page loads its storage is not touched: the first look at it may wait for the disk", async () => {
  const page = await world.device();
  await page.addInitScript(() => {
    const touched: string[] = [];
    const real = localStorage;
    Reflect.set(document, "touched", touched);
    Object.defineProperty(window, "localStorage", {
      get() {
        touched.push(document.readyState);
        return real;
      },
    });
  });
  await page.goto(shopUrl);
  const touched = () => page.evaluate<string[]>("document.touched");
  await expect.poll(touched).not.toEqual([]);
  expect(new Set(await touched())).toEqual(new Set(["complete"]));
});

test("a referral is kept by the shop's own cookie; the collector neither sets nor gets one", async () => {
  const page = await world.device();
  const { code } = await world.api.putMember("somebody");
  world.door.passages.length = 0;
  await page.goto(`${collectorUrl}/r/${code}`);
  await expect.poll(async () => (await world.api.funnel()).clicks).toBe(1);
  await expect
    .poll(() => page.context().cookies())
    .toMatchObject([
      { name: "_enishi", domain: expect.stringContaining("shop.test") },
    ]);
  for (const { host, cookie } of world.door.passages) {
    if (host === "ref.enishi.test") expect(cookie).toBeNull();
  }
});

test("four widgets that join at once make one member, with one call", async () => {
  const page = await world.device();
  const token = await signToken("member", { sub: "four-times" });
  world.door.passages.length = 0;
  await page.goto(`${shopUrl}/four-widgets.html#${token}`);
  const fields = page.locator("enishi-share input[part=code]");
  await expect.poll(() => fields.count()).toBe(3);
  const codes = await fields.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  const joined = (await world.api.members()).filter(
    ({ externalId }) => externalId === "four-times",
  );
  expect(joined).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set([joined[0]?.code]));
  const calls = world.door.passages.filter(
    ({ method, path }) => method === "POST" && path === "/v1/members",
  );
  expect(calls).toHaveLength(1);
});

test("on a page that denies storage and fights the widget nothing breaks, and the order arrives", async () => {
  const page = await world.device();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto(`${shopUrl}/hostile.html`);
  await page.evaluate("answers");
  await expect
    .poll(() => world.api.conversions("from-a-hostile-page"))
    .toMatchObject([{ amountMinor: 5_000, verified: false }]);
  const join = page
    .locator("enishi-share")
    .getByRole("button", { name: "Join" });
  await join.waitFor();
  expect(problems).toEqual([]);
  expect(await page.evaluate("problems")).toEqual([]);
});

test("a friend's browser asks nobody but shop and collector, and neither its address nor a mail can be read from what is stored", async () => {
  const via = await code();
  const order = newOrder();
  const asked = new Set<string>();
  const { page } = await visit("plain-shop.html", {
    code: via,
    prepare: async (page) =>
      page.on("request", (request) => asked.add(new URL(request.url()).host)),
  });
  await page.locator("enishi-share").getByRole("button").first().waitFor();
  await untilClicked(via);
  await call(page, "lead", { id: `lead-${order}`, email: "taro@friend.test" });
  const sale = {
    orderId: order,
    amountMinor: 1_000,
    currency: "JPY",
    customer: { id: "taro", email: "taro@friend.test" },
  };
  await call(page, "sale", sale);
  await world.api.convert({ ...sale, type: "sale", code: via });
  await untilOrdered(`lead-${order}`, via);
  await untilOrdered(order, via);
  expect([...asked].sort()).toEqual(["ref.enishi.test", "shop.test"]);
  const stored = everythingStored();
  expect(stored).toContain(order);
  // The address as the proxy in front tells it.
  expect(stored).not.toContain("192.0.2.1");
  expect(stored).not.toContain("taro@friend.test");
});

function everythingStored(): string {
  const tables = world.stored<{ name: string }>(
    "select name from sqlite_master where type = 'table'",
  );
  return tables
    .flatMap(({ name }) => world.stored<object>(`select * from ${name}`))
    .flatMap((row) => Object.values(row).map(String))
    .join("\n");
}
