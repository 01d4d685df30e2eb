import { expect, test } from "vitest";
import { openApp, shopOrigin, someId } from "../../tests/open-app.ts";
import { rememberedSites } from "./sites.ts";

test("a beacon from a known page asks the database nothing about its site", async () => {
  const { work, events, clock, close } = await openApp();
  let asked = 0;
  const counting = {
    ...work,
    get db() {
      asked += 1;
      return work.db;
    },
  };
  const sites = rememberedSites(counting, "https://ref.shop.example");
  const look = () =>
    Promise.all([
      sites.isKnownOrigin(shopOrigin),
      sites.byPublicKey("pk_test"),
    ]);
  expect((await look())[0]).toBe(true);
  const before = asked;
  for (let n = 0; n < 10; n += 1) await look();
  expect(asked).toBe(before);
  const view = { id: someId(), type: "view", at: clock.now, surface: "share" };
  expect((await events([view])).status).toBe(202);
  await close();
});
