import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { openApp, someId } from "../../tests/open-app.ts";
import { trustClock } from "../../tests/trust-clock.ts";
import { rebuildRollups } from "../storage/rollups/rebuild-rollups.ts";
import type { RetentionTable } from "../storage/tables/events.ts";
import { readClockAhead } from "./watch-clock.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const aheadMs = 730 * dayMs;
const keepDays = 30;

/** A shop whose jobs run when the collector starts, and every hour. */
async function shop() {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  const { code } = await open.member();
  const jobs = async () => {
    await writer.run("watchClock", undefined);
    await writer.run("provideMonths", undefined);
    while ((await writer.run("forgetEvents", { keepDays })).more);
  };
  await jobs();
  return {
    ...open,
    code,
    jobs,
    /** So many starts of a collector whose clock is not set yet, and one when it is. */
    async wrongStarts(count = 1) {
      const { now } = clock;
      for (let start = 0; start < count; start++) {
        clock.now = now + aheadMs + start * 1_000;
        await jobs();
      }
      clock.now = now;
      await jobs();
    },
    view: (id = someId()) =>
      open.events([
        { id, at: clock.now, type: "view", surface: "share", code },
      ]),
    views: async (from = 0) =>
      (await open.asServer("GET", `/v1/reports/funnel?from=${from}`)).body
        .views,
    stored: async (table: "events" | "clicks") =>
      (await work.db.selectFrom(table).select("id").execute()).length,
    gone: (what: RetentionTable["what"]) =>
      work.db
        .selectFrom("retention")
        .select("gone_before")
        .where("what", "=", what)
        .executeTakeFirst(),
  };
}

test("a start with the clock years ahead deletes nothing: what is sent again counts once, and a friend's click counts", async () => {
  const { clock, wrongStarts, view, views, stored, events, asServer, code } =
    await shop();
  const visitor = "visitor-of-a-friend-0001";
  const id = someId();
  await view(id);
  const at = clock.now;
  const url = "https://shop.example/";
  await events([{ id: someId(), type: "click", at, code, url }], { visitor });
  await wrongStarts(10);
  expect(await stored("events")).toBe(2);
  expect(await stored("clicks")).toBe(1);
  expect((await view(id)).body).toMatchObject({ accepted: 0, duplicate: 1 });
  const order = await asServer("POST", "/v1/conversions", {
    ...{ type: "lead", orderId: "o-1", customer: { id: "friend" }, visitor },
  });
  expect(order.body.attributed).toMatchObject({ code, by: "link" });
  clock.now += 1;
  const cut = clock.now;
  await view();
  expect(await views(cut)).toBe(1);
  expect(await views()).toBe(2);
});

test("a database that had never looked at its clock begins near what came last", async () => {
  const { work, wrongStarts, view, stored } = await shop();
  await view();
  await work.db.deleteFrom("retention").execute();
  await wrongStarts();
  expect(await stored("events")).toBe(1);
});

test("a collector that has rested catches up by a day an hour, and says meanwhile how far its clock is ahead", async () => {
  const { clock, work, view, jobs, stored } = await shop();
  expect(await readClockAhead(work)).toBe(0);
  await view();
  clock.now += 65 * dayMs;
  await jobs();
  expect(await readClockAhead(work)).toBe(64 * dayMs);
  expect(await stored("events")).toBe(1);
  for (let hour = 0; hour < 68; hour++) {
    clock.now += hourMs;
    await jobs();
  }
  expect(await readClockAhead(work)).toBe(0);
  expect(await stored("events")).toBe(0);
});

test("what a clock that was ahead has called gone is put right, so that reports and the counting anew see it", async () => {
  const { clock, work, jobs, view, views, gone } = await shop();
  for (const what of ["events", "clicks"] as const)
    await work.db
      .insertInto("retention")
      .values({ what, gone_before: clock.now + aheadMs })
      .execute();
  clock.now += 60_000;
  await jobs();
  const cut = clock.now;
  await view();
  expect(await views(cut)).toBe(1);
  expect((await gone("clicks"))?.gone_before).toBeLessThanOrEqual(clock.now);
  await work.db.deleteFrom("event_rollups").execute();
  await rebuildRollups(work.db);
  expect(await views()).toBe(1);
  // While the clock stands in the past, what is gone stays known.
  const known = await gone("events");
  clock.now = Date.UTC(2000, 0);
  await jobs();
  expect(await gone("events")).toEqual(known);
});

test("what came while the clock was ahead is not in the way of what is old", async () => {
  const { clock, siteId, work, writer, jobs, view, stored } = await shop();
  const signals = Array.from({ length: 600 }, () => ({
    ...{ kind: "signal" as const, id: someId(), at: clock.now },
    ...{ type: "view" as const, surface: null, name: null },
    ...{ code: null, channel: null, props: null },
  }));
  await writer.run("recordEvents", {
    ...{ siteId, origin: null, visitor: null, events: signals },
    receivedAt: clock.now + 10 * aheadMs,
  });
  await view();
  clock.now += 75 * dayMs;
  await trustClock(work);
  await view();
  await jobs();
  expect(await stored("events")).toBe(601);
});

test("more of it than is looked at at once is not in the way either", async () => {
  const { clock, siteId, work, jobs, view, stored } = await shop();
  const came = clock.now + 10 * aheadMs;
  await sql`insert into events (site_id, id, type, at, received_at)
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 51234)
    select ${siteId}, 'ahead-' || n, 'view', ${clock.now}, ${came} from numbers`.execute(
    work.db,
  );
  for (let old = 0; old < 3; old++) await view();
  clock.now += 75 * dayMs;
  await trustClock(work);
  await view();
  await jobs();
  expect(await stored("events")).toBe(51_235);
});
