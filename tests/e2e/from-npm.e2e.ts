import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { keys } from "../collector-process.ts";
import { buy, newOrder, openSituation } from "./situation.ts";
import { collectorUrl, shopUrl } from "./world.ts";

const { world, code, visit, untilClicked, untilOrdered } = openSituation({
  shop: { home: "from-npm.html" },
});

/** The package's files, as its page would serve them. */
const servesPackage = (page: Page) =>
  page.route(`${shopUrl}/npm/**`, (route) =>
    route.fulfill({ path: `dist${new URL(route.request().url()).pathname}` }),
  );

test.for(["from-npm", "from-npm-beside-script"])(
  "on %s.html one click and one order arrive",
  async (name) => {
    const via = await code();
    const order = newOrder();
    const { page, problems } = await visit(`${name}.html`, {
      code: via,
      prepare: servesPackage,
    });
    const [click] = await untilClicked(via);
    expect(click?.visitor).toBeTruthy();
    await buy(page, order);
    await untilOrdered(order, via);
    await expect.poll(() => page.url()).not.toContain("via=");
    expect(problems).toEqual([]);
  },
);

test("on a server, where there is no document, the package is imported and called, and nothing is sent", async () => {
  const built = (file: string) =>
    import(pathToFileURL(join(process.cwd(), "dist/npm", file)).href);
  expect(typeof document).toBe("undefined");
  const { createEnishi } = await built("index.js");
  await built("widget.js");
  world.door.passages.length = 0;
  const enishi = createEnishi({ site: keys.site, collector: collectorUrl });
  const order = newOrder();
  const sale = { orderId: order, amountMinor: 1_000, currency: "JPY" };
  expect(await enishi("sale", sale)).toBeUndefined();
  expect(await enishi("referral")).toBeUndefined();
  expect(world.door.passages).toEqual([]);
  expect(await world.api.conversions(order)).toEqual([]);
});
