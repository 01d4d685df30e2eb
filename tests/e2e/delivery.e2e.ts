import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Answer, Fault } from "./front-door.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { openWorld, shopUrl, type World } from "./world.ts";

let world: World;
const { code, visit, clicks, untilClicked, untilOrdered } = openSituation(
  () => world,
);

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
  "whatever the network did (seed %i), once it has healed every event is stored once",
  async (seed) => {
    const random = randomNumbers(seed);
    const pick = <Item>(items: Item[]) =>
      items[Math.floor(random() * items.length)] as Item;
    const via = await code();
    const { page, problems } = await visit("plain.html", { code: via });
    await untilClicked(via);
    disturb(
      eventsOnly(async (pass, passage) => {
        // Late by different times: requests overtake each other.
        await new Promise((resolve) => setTimeout(resolve, random() * 200));
        return random() < 0.2 ? pass() : pick(faults)(pass, passage);
      }),
    );
    // No more than a device keeps.
    const names = Array.from({ length: 9 }, (_, index) => `${via}-${index}`);
    for (const [index, name] of names.entries()) {
      await call(page, "track", name);
      if (index === 4) await page.goto(`${shopUrl}/plain.html`);
    }
    disturb();
    await page.goto(`${shopUrl}/plain.html`);
    const stored = () =>
      world
        .stored<{ name: string }>(
          "select name from events where name like ? order by name",
          `${via}-%`,
        )
        .map(({ name }) => name);
    await expect
      .poll(() => stored().length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(names.length);
    expect(stored()).toEqual(names);
    expect(problems).toEqual([]);
  },
);

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
