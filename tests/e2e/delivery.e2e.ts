import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Answer, Fault } from "./front-door.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { openWorld, shopUrl, type World } from "./world.ts";

let world: World;
const { code, visit, clicks, untilClicked, untilOrdered, untilTracked } =
  openSituation(() => world);

beforeAll(async () => {
  world = await openWorld({ shop: { home: "plain.html" } });
});
afterEach(() => disturb());
afterAll(() => world?.close());

function disturb(fault?: Fault): void {
  world.door.disturb("ref.enishi.test", fault);
}

function eventsOnly(fault: Fault): Fault {
  return (pass, passage) =>
    passage.path.startsWith("/v1/") ? fault(pass, passage) : pass();
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

/** The faults of a network and of what stands in it. Some happen before the collector has the request, some after. */
const faults: Fault[] = [
  async () => null,
  async (pass) => {
    await pass();
    return null;
  },
  async (pass) => ({ ...(await pass()), isCut: true }),
  async (pass) => {
    await pass();
    return pass();
  },
  ...[429, 500, 503].map(
    (status): Fault =>
      async () => ({
        status,
        headers: {
          "access-control-allow-origin": shopUrl,
          "access-control-expose-headers": "Retry-After",
          ...(status === 500 ? {} : { "retry-after": "1" }),
        },
        body: Buffer.from("{}"),
      }),
  ),
  async () => ({ status: 503, headers: {}, body: Buffer.alloc(0) }),
];

test.for([1, 20_261_121, 77])(
  "whatever the network did from the first request on (seed %i), once it has healed every event is stored once",
  async (seed) => {
    const random = randomNumbers(seed);
    const pick = <Item>(items: Item[]) =>
      items[Math.floor(random() * items.length)] as Item;
    const via = await code();
    const order = newOrder();
    let begun = 0;
    let lastEnded = 0;
    let overtaken = 0;
    disturb(
      eventsOnly(async (pass, passage) => {
        begun += 1;
        const place = begun;
        // Late by different times: requests overtake each other.
        await new Promise((resolve) => setTimeout(resolve, random() * 300));
        if (place < lastEnded) overtaken += 1;
        lastEnded = Math.max(lastEnded, place);
        return random() < 0.2 ? pass() : pick(faults)(pass, passage);
      }),
    );
    const { page, problems } = await visit("granted.html", { code: via });
    const other = await page.context().newPage();
    await other.goto(`${shopUrl}/granted.html`);
    const names = Array.from({ length: 12 }, (_, index) => `${via}-${index}`);
    const calls = names.map((name, index) =>
      call(index % 2 ? page : other, "track", name),
    );
    calls.push(call(page, "lead", { id: order }), buy(other, order));
    await Promise.all(calls);
    await page.goto(`${shopUrl}/granted.html`);
    disturb();
    await page.goto(`${shopUrl}/granted.html`);
    expect(overtaken).toBeGreaterThan(0);
    const stored = () =>
      world
        .stored<{ name: string }>(
          "select name from events where name like ? order by name",
          `${via}-%`,
        )
        .map(({ name }) => name);
    const types = () =>
      world
        .stored<{ type: string }>(
          "select type from conversions where order_id = ? order by type",
          order,
        )
        .map(({ type }) => type);
    const healed = { timeout: 20_000 };
    await expect.poll(stored, healed).toEqual(names.toSorted());
    await expect.poll(types, healed).toEqual(["lead", "sale"]);
    await untilClicked(via);
    await untilSent(page);
    expect(stored()).toEqual(names.toSorted());
    expect(types()).toEqual(["lead", "sale"]);
    expect(clicks(via)).toHaveLength(1);
    expect(problems).toEqual([]);
  },
);

/** Until no event waits on the device: whatever comes twice has come. */
async function untilSent(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          'Object.keys(localStorage).filter((key) => key.includes("queue"))',
        ),
      { timeout: 20_000 },
    )
    .toEqual([]);
}

/** Mulberry32: small, seeded, good enough to choose faults. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
