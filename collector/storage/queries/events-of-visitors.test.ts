import { statSync } from "node:fs";
import { CompiledQuery, sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../tests/collector-process.ts";
import { openSqlite } from "../sqlite/open-sqlite.ts";
import type { EventsTable } from "../tables/events.ts";
import { forgetBrowser } from "./erasure.ts";
import {
  forgetVisitorsBefore,
  forgetVisitorsOfSite,
} from "./event-visitors.ts";
import { insertEvent } from "./events.ts";
import { eventsOfVisitors } from "./events-of-visitors.ts";

const dayMs = 86_400_000;

function eventRowOf(of: Partial<EventsTable>): EventsTable {
  return {
    ...{ site_id: "a", id: "", type: "view", at: 1, received_at: 1 },
    ...{ visitor: null, code: null, channel: null, surface: null },
    ...{ name: null, url: null, props: null },
    ...of,
  };
}

async function selectEventsOf(...whose: Parameters<typeof eventsOfVisitors>) {
  const found: EventsTable[] = [];
  for await (const page of eventsOfVisitors(...whose)) found.push(...page);
  return found;
}

async function open() {
  const path = `${temporaryFolder()}/enishi.db`;
  const { db, commitGroup, close } = await openSqlite(path);
  onTestFinished(close);
  const store = (rows: Parameters<typeof insertEvent>[1][]) =>
    commitGroup(
      rows.map((row) => ({
        needsSavepoint: false,
        run: (within) => insertEvent(within, row),
      })),
    );
  return { path, db, store };
}

test("whatever a browser told is found and forgotten, in whatever order its days came", async () => {
  const { db, store } = await open();
  const days = [20_000, 20_400, 3, 20_001, 20_001, 90_000];
  const rows = days.flatMap((day, n) => {
    const at = { received_at: day * dayMs + n };
    return [
      eventRowOf({ ...at, id: `theirs-${n}`, visitor: "theirs" }),
      eventRowOf({ ...at, id: `other-${n}`, visitor: "another" }),
      eventRowOf({ ...at, id: `nobody-${n}`, visitor: null }),
      eventRowOf({ ...at, id: `theirs-${n}`, visitor: "theirs", site_id: "b" }),
    ];
  });
  await store(rows);
  const theirs = await selectEventsOf(db, "a", ["theirs", "none"]);
  expect(theirs.map(({ id }) => id).sort()).toEqual(
    days.map((_, n) => `theirs-${n}`),
  );

  await forgetBrowser(db, "a", "theirs");
  expect(await selectEventsOf(db, "a", ["theirs"])).toEqual([]);
  const left = await db
    .selectFrom("events")
    .select("visitor")
    .select((by) => by.fn.countAll<number>().as("n"))
    .groupBy("visitor")
    .orderBy("visitor")
    .execute();
  expect(left).toEqual([
    { visitor: null, n: 12 },
    { visitor: "another", n: 6 },
    { visitor: "theirs", n: 6 },
  ]);
});

test("they are found and forgotten among events that were sorted long ago and such as came just now", async () => {
  const { db, store } = await open();
  const count = 25_000;
  for (let n = 0; n < count; n += 5_000)
    await store(
      Array.from({ length: 5_000 }, (_, more) =>
        eventRowOf({
          id: `e-${n + more}`,
          received_at: n + more,
          visitor: `v${(n + more) % 5_000}`,
        }),
      ),
    );
  const countOf = async (table: string) =>
    (
      await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(table)}`.execute(db)
    ).rows[0]?.n;
  expect(await countOf("event_visitors")).toBe(20_000);
  expect(await countOf("fresh_event_visitors")).toBe(5_000);
  const found = await selectEventsOf(db, "a", ["v17"]);
  expect(found.map(({ id }) => id)).toHaveLength(5);

  await forgetBrowser(db, "a", "v17");
  expect(await selectEventsOf(db, "a", ["v17"])).toEqual([]);
  expect(await countOf("event_visitors")).toBe(19_996);
  expect(await countOf("fresh_event_visitors")).toBe(4_999);

  await forgetVisitorsOfSite(db, "b");
  expect(await selectEventsOf(db, "a", ["v18"])).toHaveLength(5);
  const sweep = { before: 10_000, limit: 6_000 };
  expect(await forgetVisitorsBefore(db, sweep)).toBe(true);
  expect(await forgetVisitorsBefore(db, sweep)).toBe(false);
  expect(await countOf("event_visitors")).toBe(9_998);
  expect(await selectEventsOf(db, "a", ["v18"])).toHaveLength(3);

  await forgetVisitorsOfSite(db, "a");
  expect(await countOf("event_visitors")).toBe(0);
  expect(await countOf("fresh_event_visitors")).toBe(0);
});

test("new events lie together on few pages, however many browsers are known", async () => {
  const { path, db, store } = await open();
  const known = 60_000;
  const scattered = (n: number) => `v${(n * 7_919) % 1_000_003}`.padEnd(22);
  for (let n = 0; n < known; n += 2_000)
    await store(
      Array.from({ length: 2_000 }, (_, more) =>
        eventRowOf({
          id: `e${String(n + more).padStart(20, "0")}`,
          received_at: Math.floor(((n + more) / known) * 365) * dayMs,
          visitor: scattered(n + more),
        }),
      ),
    );
  const count = 300;
  const pagesOf = async (from: number) => {
    await db.executeQuery(CompiledQuery.raw("pragma wal_checkpoint(truncate)"));
    await store(
      Array.from({ length: count }, (_, more) =>
        eventRowOf({
          id: `f${String(from + more).padStart(20, "0")}`,
          received_at: 366 * dayMs,
          visitor: scattered(known + from + more),
        }),
      ),
    );
    return statSync(`${path}-wal`).size / 4_096;
  };
  expect(await pagesOf(0)).toBeLessThan(count / 4);
});
