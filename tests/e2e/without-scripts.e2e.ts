import { expect, test } from "vitest";
import { shopUrl } from "./world.ts";
import { worldOfTests } from "./world-of-tests.ts";

const world = worldOfTests({ shop: "demo" });

test("with scripts off the pixel brings a click and an order", async () => {
  const hanako = await world.api.putMember("hanako");
  const friend = await world.device({ javaScriptEnabled: false });
  await friend.goto(`${shopUrl}/static/en/?via=${hanako.code}`);
  await expect.poll(async () => (await world.api.funnel()).clicks).toBe(1);

  await friend.locator("form button.main").click();
  await friend.waitForURL("**/thanks.html?**");
  await expect.poll(() => world.api.conversions()).toHaveLength(1);
  expect(await world.api.conversions()).toMatchObject([
    {
      type: "sale",
      amountMinor: 6_800,
      currency: "JPY",
      verified: false,
      attributed: { member: hanako.id },
    },
  ]);
});
