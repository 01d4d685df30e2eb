import { afterEach, expect, test } from "vitest";
import type { Answer, Fault } from "./front-door.ts";
import { eventsOnly } from "./network-faults.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { world, code, visit, clicks, untilClicked, untilOrdered, untilTracked } =
  openSituation();

afterEach(() => disturb());

function disturb(fault?: Fault): void {
  world.door.disturb("ref.enishi.test", fault);
}

test("a friend who comes while the collector is out of reach is counted on the same page, once it is back", async () => {
  const via = await code();
  const order = newOrder();
  disturb(eventsOnly(async () => null));
  const { page } = await visit("plain.html", { code: via });
  await call(page, "context");
  expect(page.url()).toContain(via);
  disturb();
  await untilClicked(via);
  await buy(page, order);
  await untilOrdered(order, via);
});

test("where the page itself says granted, neither friend nor order is lost with the collector out of reach and the page left", async () => {
  const via = await code();
  const orders = [newOrder(), newOrder()] as const;
  disturb(eventsOnly(async () => null));
  const { page } = await visit("granted.html", { code: via });
  await buy(page, orders[0]);
  const stranger = await visit("granted.html");
  await buy(stranger.page, orders[1]);
  await page.goto("about:blank");
  await stranger.page.goto("about:blank");
  disturb();
  await page.goto(`${shopUrl}/granted.html`);
  await stranger.page.goto(`${shopUrl}/granted.html`);
  await untilOrdered(orders[0], via);
  await untilOrdered(orders[1], null);
  await untilClicked(via);
});

test("where fetch is broken, a visitor who is known leaves by a beacon", async () => {
  const via = await code();
  const { page } = await visit("granted.html", {
    code: via,
    prepare: (page) =>
      page.addInitScript(
        "window.fetch = () => { throw new TypeError('broken') }",
      ),
  });
  await untilClicked(via);
  await call(page, "track", `left-${via}`);
  await page.goto("about:blank");
  await untilTracked(`left-${via}`);
});

test("a page that is left right after the call loses nothing", async () => {
  for (const file of ["plain.html", "consent-required.html"]) {
    const via = await code();
    const order = newOrder();
    const { page } = await visit(file, { code: via });
    await page.evaluate(
      `void enishi("sale", { orderId: "${order}", amountMinor: 1000, currency: "JPY" }); location.href = "/no-such-page"`,
    );
    await untilOrdered(order, via);
  }
});

test("a tab that is closed right after the call loses nothing", async () => {
  const via = await code();
  const order = newOrder();
  const { page } = await visit("plain.html", { code: via });
  await untilClicked(via);
  const other = await page.context().newPage();
  await page.evaluate(
    `void enishi("sale", { orderId: "${order}", amountMinor: 1000, currency: "JPY" })`,
  );
  await page.close({ runBeforeUnload: true });
  await untilOrdered(order, via);
  await other.close();
});

test("what one tab could not send another one does, and nothing is stored twice", async () => {
  const via = await code();
  const orders = [newOrder(), newOrder()];
  const { page } = await visit("plain.html", { code: via });
  await untilClicked(via);
  disturb(eventsOnly(async () => null));
  const other = await page.context().newPage();
  await other.goto(`${shopUrl}/plain.html`);
  await buy(page, orders[0] ?? "");
  await buy(other, orders[1] ?? "");
  await page.close();
  disturb();
  const third = await page.context().newPage();
  await third.goto(`${shopUrl}/plain.html`);
  for (const order of orders) await untilOrdered(order, via);
  await call(third, "context");
  await expect
    .poll(() =>
      third.evaluate(
        'Object.keys(localStorage).filter((key) => key.includes("queue"))',
      ),
    )
    .toEqual([]);
  expect(clicks(via)).toHaveLength(1);
});

test("a blocked script leaves a page that works, and calls that settle", async () => {
  disturb(async () => null);
  const order = newOrder();
  const { page, problems } = await visit("plain.html", { code: await code() });
  await buy(page, order);
  expect(problems).toEqual([]);
  expect(await world.api.conversions(order)).toEqual([]);
});

test("a collector that takes five seconds delays nobody, and gets the order", async () => {
  disturb(
    eventsOnly(async (pass) => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return pass();
    }),
  );
  const via = await code();
  const order = newOrder();
  const { page, problems } = await visit("plain.html", { code: via });
  const startedAt = Date.now();
  await buy(page, order);
  expect(Date.now() - startedAt).toBeLessThan(4_500);
  await untilOrdered(order, via);
  expect(problems).toEqual([]);
});

const nonsense: Record<string, Partial<Answer>> = {
  "a page instead of an answer": { body: Buffer.from("<h1>Wi-Fi</h1>") },
  "a proxy's 404": { status: 404, body: Buffer.from("<h1>nginx</h1>") },
  "a 202 of somebody else's": { status: 202, body: Buffer.from("OK") },
  "JSON that says nothing": { status: 202, body: Buffer.from("[null]") },
};

test.for(Object.entries(nonsense))(
  "after %s the order waits, and arrives once the collector is back",
  async ([, answer]) => {
    const via = await code();
    const order = newOrder();
    const { page, problems } = await visit("plain.html", { code: via });
    await untilClicked(via);
    disturb(
      eventsOnly(async () => ({
        status: 200,
        headers: { "access-control-allow-origin": shopUrl },
        body: Buffer.alloc(0),
        ...answer,
      })),
    );
    await buy(page, order);
    expect(await world.api.conversions(order)).toEqual([]);
    disturb();
    await untilOrdered(order, via);
    expect(problems).toEqual([]);
  },
);
