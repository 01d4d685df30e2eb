import { beforeEach, expect, test } from "vitest";
import { openReferrer } from "../../tests/open-referrer.ts";
import { insertReward, updateReward } from "../storage/queries/rewards.ts";
import { sumOrderHours } from "../storage/rollups/sum-order-hours.ts";

const hourMs = 3_600_000;
let open: Awaited<ReturnType<typeof openReferrer>>;

beforeEach(async () => {
  open = await openReferrer();
  return () => open.close();
});

const marked = async () => {
  const { db } = open.work;
  const rows = await db.selectFrom("stale_order_hours").selectAll().execute();
  return rows.map(({ site_id, hour }) => [site_id, Number(hour)]);
};

const sumAll = () =>
  sumOrderHours(open.work.db, {
    before: Number.MAX_SAFE_INTEGER,
    limit: 1_000,
  });

test("an order that is recorded marks the hour in which it happened", async () => {
  const { siteId, clock, record, hanako } = open;
  const hour = clock.now - 50 * hourMs;
  const order = { occurredAt: hour + 59 * 60_000, code: hanako.code };
  await record({ orderId: "O1", ...order });
  expect(await marked()).toEqual([[siteId, hour]]);
  await sumAll();
  expect(await marked()).toEqual([]);
  await record({ orderId: "O2", ...order, code: null });
  await record({ orderId: "O3", ...order, occurredAt: hour + hourMs });
  expect((await marked()).sort()).toEqual([
    [siteId, hour],
    [siteId, hour + hourMs],
  ]);
});

test("a reward that is added to an order of long ago marks that order's hour", async () => {
  const { siteId, clock, work, record, hanako } = open;
  const occurredAt = clock.now;
  await record({ orderId: "O1", code: hanako.code });
  const reward = await work.db
    .selectFrom("rewards")
    .selectAll()
    .where("side", "=", "referrer")
    .executeTakeFirstOrThrow();
  await updateReward(work.db, reward.id, { released: 1 });
  await sumAll();
  clock.now += 100 * hourMs;
  const anew = { ...reward, id: work.newId("rwd"), released: 0 };
  await insertReward(work.db, anew, {
    site_id: siteId,
    occurred_at: occurredAt,
  });
  expect(await marked()).toEqual([[siteId, occurredAt]]);
});

test("an order or a reward that changes, or goes, marks the hour anew", async () => {
  const { siteId, clock, work, record, hanako } = open;
  const { db } = work;
  const hour = clock.now;
  await record({ orderId: "O1", code: hanako.code });
  const changes = [
    () => db.updateTable("rewards").set({ released: 1 }).execute(),
    () => db.updateTable("conversions").set({ amount_minor: 1 }).execute(),
    () => db.deleteFrom("ledger").execute(),
    () => db.deleteFrom("rewards").execute(),
    () => db.deleteFrom("conversions").execute(),
  ];
  const marks = [];
  for (const change of changes) {
    await sumAll();
    await change();
    marks.push(await marked());
  }
  const once = [[siteId, hour]];
  expect(marks).toEqual([once, once, [], once, once]);
});
