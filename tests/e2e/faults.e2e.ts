import type { Page } from "playwright";
import { afterEach, expect, test } from "vitest";
import { randomFrom } from "../random-from.ts";
import { eventsOnly, faults, onceEach } from "./network-faults.ts";
import { buy, call, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const { world, code, visit, clicks, untilClicked, untilOrdered, untilTracked } =
  openSituation();

afterEach(() => world.door.disturb(new URL(collectorUrl).host));

function disturb(fault?: Parameters<typeof world.door.disturb>[1]): void {
  world.door.disturb(new URL(collectorUrl).host, fault);
}

test.for([1, 20_261_121, 77])(
  "whatever the network did from the first request on (seed %i), once it has healed every event is stored once",
  async (seed) => {
    const random = randomFrom(seed);
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
        return random() < 0.2
          ? pass()
          : pick(Object.values(faults))(pass, passage);
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

test("each order of a page that has the pixel alone meets a fault of its own, and is stored once", async () => {
  const via = await code();
  const orders = Object.keys(faults).map(newOrder);
  const { page, problems } = await visit("granted-without-connect.html", {
    code: via,
  });
  await untilClicked(via);
  const { fault, met } = onceEach(orders.map((order) => `orderId=${order}&`));
  disturb(fault);
  await Promise.all(orders.map((order) => buy(page, order)));
  await untilSent(page);
  expect(met).toEqual(orders.map(() => "GET"));
  for (const order of orders) await untilOrdered(order, via);
  expect(clicks(via)).toHaveLength(1);
  expect(problems).toEqual([]);
});

test("each beacon of a page that is left meets a fault of its own, and what it brought is stored once", async () => {
  const names = Object.keys(faults).map((_, n) => `left-by-beacon-${n}`);
  const pages = await Promise.all(
    names.map(async () => {
      const via = await code();
      const { page } = await visit("keepalive-refused.html", { code: via });
      await untilClicked(via);
      return page;
    }),
  );
  const { fault, met } = onceEach(names);
  disturb(fault);
  for (const [n, page] of pages.entries()) {
    // No image may bring such an event.
    await call(page, "track", names[n]);
    expect(met).toHaveLength(n);
    await page.goto("about:blank");
    await expect.poll(() => met).toHaveLength(n + 1);
  }
  for (const page of pages) {
    await page.goto(`${shopUrl}/granted.html`);
    await untilSent(page);
  }
  for (const name of names) await untilTracked(name);
});

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
