import {
  closeSync,
  copyFileSync,
  openSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { startCollector, temporaryFolder } from "./collector-process.ts";
import { eventually } from "./eventually.ts";
import { parsePrometheus } from "./parse-prometheus.ts";
import { eventId, siteApi } from "./site-api.ts";

test("damage to the database that nobody has met yet is found behind the start, and told", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  expect(await first.end("SIGTERM")).toBe(0);
  tear(database, "payouts");
  const collector = await startCollector({ database });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
  });
  await eventually(async () => {
    const answer = await fetch(`${collector.url}/metrics`);
    const figures = parsePrometheus(await answer.text());
    expect(figures.value("enishi_database_sound")).toBe(0);
  });
  await eventually(() =>
    expect(collector.output()).toContain("The database is damaged"),
  );
});

test("what a damaged page keeps from being answered is told to come again, and the rest is answered", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const first = await startCollector({ database });
  expect(await first.end("SIGTERM")).toBe(0);
  for (const table of ["site_origins_allowed", "referrals"])
    tear(database, table);
  const collector = await startCollector({ database });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
  });
  const api = siteApi(collector);
  const view = { id: eventId(), type: "view", surface: "share" } as const;
  const told = { status: 503, body: { code: "overloaded" } };
  expect(await api.send([{ ...view, at: Date.now() }])).toMatchObject(told);
  const member = await api.putMember("ichiro");
  const order = { type: "lead", orderId: "1", code: member.code };
  expect(await api.convert({ ...order, visitor: "v-1" })).toMatchObject(told);
  expect((await api.asServer("GET", "/v1/programs")).status).toBe(200);
  expect(await collector.end("SIGTERM")).toBe(0);
});

test("where the file is replaced while the collector runs nothing is acknowledged any more, and the log says what to do", async () => {
  const database = join(temporaryFolder(), "enishi.db");
  const collector = await startCollector({ database });
  onTestFinished(async () => {
    await collector.end("SIGKILL");
  });
  const api = siteApi(collector);
  const view = { type: "view", surface: "share", at: Date.now() } as const;
  const send = async () =>
    (await api.send([{ ...view, id: eventId() }])).status;
  expect(await send()).toBe(202);
  copyFileSync(database, `${database}.backup`);
  renameSync(`${database}.backup`, database);
  await eventually(async () => expect(await send()).toBe(503));
  expect(await send()).toBe(503);
  await eventually(async () =>
    expect((await fetch(`${collector.url}/readyz`)).status).toBe(503),
  );
  await eventually(() =>
    expect(collector.output()).toContain(
      `${database} is not the file any more that this collector opened`,
    ),
  );
  expect(await collector.end("SIGTERM")).toBe(0);
});

/** Writes nonsense over the pages where a table and its indexes begin. */
function tear(path: string, table: string): void {
  const db = new Sqlite(path);
  const pageSize = db.pragma("page_size", { simple: true }) as number;
  const pages = db
    .prepare("select rootpage from sqlite_master where tbl_name = ?")
    .pluck()
    .all(table) as number[];
  db.close();
  const file = openSync(path, "r+");
  const nonsense = Buffer.alloc(pageSize, "torn ");
  for (const page of pages.filter(Boolean))
    writeSync(file, nonsense, 0, pageSize, (page - 1) * pageSize);
  closeSync(file);
}
