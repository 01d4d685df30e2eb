import { expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { shopUrl } from "./world.ts";

const { world, code, visit, clicks, untilClicked, untilOrdered } =
  openSituation({
    // A call every second and a half, once they are spent.
    env: { ENISHI_RATE_LIMIT: "40" },
  });

const tries = 5;

test.for(["strict-csp", "granted-without-connect"])(
  "on %s.html an address that has called too often loses no order, and the page notices nothing",
  async (name) => {
    const via = await code();
    const said: string[] = [];
    const { page, problems } = await visit(`${name}.html`, {
      code: via,
      prepare: async (page) =>
        page.on("console", (line) => {
          // The browser's own lines about its network come from no script.
          if (line.text().includes("[enishi]")) said.push(line.text());
        }),
    });
    await untilClicked(via);
    let isRefused = false;
    // On a busy machine a call is free again before the order comes.
    for (let n = 0; n < tries && !isRefused; n++) {
      const orders = [newOrder(), newOrder()];
      await spendCalls();
      await Promise.all(orders.map((order) => buy(page, order)));
      for (const order of orders) await untilOrdered(order, via);
      isRefused = orders.some((order) => broughtTimes(order) > 1);
    }
    expect(isRefused).toBe(true);
    expect(clicks(via)).toHaveLength(1);
    expect([...problems, ...said]).toEqual([]);
  },
);

/** From the address that every browser behind the door has. */
async function spendCalls(): Promise<void> {
  const address = `${world.collector.url}/v1/settings?site=${keys.site}`;
  const headers = { Origin: shopUrl, "X-Forwarded-For": "192.0.2.1" };
  let status = 0;
  while (status !== 429) {
    ({ status } = await fetch(address, { headers }));
    expect([200, 429]).toContain(status);
  }
}

function broughtTimes(order: string): number {
  return world.door.passages.filter(({ path, body }) =>
    `${path}& ${body}`.match(`\\b${order}\\b`),
  ).length;
}
