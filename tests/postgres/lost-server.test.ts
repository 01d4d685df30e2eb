import { sql } from "kysely";
import { expect, inject, test as oneTest, type TestContext, vi } from "vitest";
import { openPostgresReader } from "../../collector/storage/postgres/open-postgres.ts";
import { startCollector } from "../collector-process.ts";
import { eventually } from "../eventually.ts";
import { keepSending } from "../keep-sending.ts";
import { parsePrometheus } from "../parse-prometheus.ts";
import { severalAtOnce } from "../several-at-once.ts";
import { siteApi } from "../site-api.ts";
import { openProgram } from "../streamed-events.ts";
import { openWay } from "./open-way.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

// Each waits for a collector of its own: they do it at the same time.
const test = oneTest.concurrent;

/** A collector whose way to its server can be cut. */
async function startBehindWay({ onTestFinished }: TestContext) {
  const database = await postgresAt();
  const way = await openWay(new URL(database));
  const collector = await startCollector({ database: way.url });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
    way.cut();
    way.close();
  });
  return { database, way, collector };
}

test("while the server cannot be reached callers are told to come back, and afterwards all is there, once", {
  timeout: 240_000,
}, async (context) => {
  if ("missing" in inject("postgres")) return;
  const { database, way, collector } = await startBehindWay(context);
  const api = siteApi(collector);
  const { code } = await openProgram(collector);
  const sending = keepSending(api, { code, senders: 8 });
  const { acknowledged, refused } = sending;
  const reads: number[] = [];
  let isOver = false;
  const read = async () => {
    while (!isOver)
      reads.push((await api.asServer("GET", "/v1/conversions")).status);
  };
  const readers = Array.from({ length: 4 }, read);
  const more = async (list: unknown[], count: number) => {
    const until = list.length + count;
    // Longer than the longest that a question may take whose answer was on the cable.
    await vi.waitFor(() => expect(list.length).toBeGreaterThan(until), {
      timeout: 60_000,
      interval: 50,
    });
  };
  await more(acknowledged, 10);
  way.cut();
  await more(refused, 200);
  const answer = await fetch(`${collector.url}/v1/rewards`, {
    headers: { Authorization: "Bearer sk_never-seen-before-0000000000000000" },
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).not.toBeNull();
  expect((await fetch(`${collector.url}/readyz`)).status).toBe(503);
  const figures = parsePrometheus(
    await (await fetch(`${collector.url}/metrics`)).text(),
  );
  // What cannot be asked is left out, the rest is told.
  expect(figures.find("enishi_outbox_messages")).toBeUndefined();
  expect(figures.value("enishi_ready")).toBe(0);
  expect(figures.value("enishi_writer_queue")).toBeLessThan(100);
  way.mend();
  await more(acknowledged, 10);
  await eventually(async () =>
    expect((await fetch(`${collector.url}/readyz`)).status).toBe(200),
  );
  isOver = true;
  await Promise.all([sending.stop(), ...readers]);
  expect(new Set(reads)).toEqual(new Set([200, 503]));

  await severalAtOnce(refused, async (batch) => {
    expect((await api.send(batch)).body.refused).toEqual([]);
  });
  const batches = acknowledged.length + refused.length;
  const [sums] = await onServer<Record<string, string>>(
    database,
    "select (select count(*) from events) as events, (select count(*) from rewards) as rewards, (select count(*) from ledger where entry = 'accrue') as ledger",
  );
  expect(sums).toEqual({
    events: String(3 * batches),
    rewards: String(2 * batches),
    ledger: String(2 * batches),
  });
  expect(await collector.end("SIGTERM")).toBe(0);
});

test("while the server is silent a stop ends all the same, and says what it has left", async (context) => {
  if ("missing" in inject("postgres")) return;
  const { database, way, collector } = await startBehindWay(context);
  const order = { type: "lead", orderId: "answered" };
  expect((await siteApi(collector).convert(order)).status).toBe(201);
  way.fallSilent();
  expect(await collector.end("SIGTERM")).toBe(0);
  expect(collector.output()).toContain("The database did not answer in time");
  const kept = "select count(*) as n from conversions";
  expect(await onServer(database, kept)).toEqual([{ n: "1" }]);
});

test("connections that are lost while something is read on each of them are made again, unseen", async ({
  onTestFinished,
}) => {
  const database = await postgresAt();
  const reader = openPostgresReader(database);
  onTestFinished(() => reader.destroy());
  const slow = sql<{ it: number }>`select 1 as it from pg_sleep(1)`;
  const asked = Array.from({ length: 6 }, () => slow.execute(reader));
  const name = new URL(database).pathname.slice(1);
  const asleep = `from pg_stat_activity where datname = '${name}' and query like '%from pg_sleep(1)' and state = 'active'`;
  await eventually(async () =>
    expect(await onServer(database, `select pid ${asleep}`)).toHaveLength(6),
  );
  await onServer(database, `select pg_terminate_backend(pid) ${asleep}`);
  for (const { rows } of await Promise.all(asked))
    expect(rows).toEqual([{ it: 1 }]);
});
