import { sql } from "kysely";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import type { Database } from "../../collector/storage/storage.ts";
import { openApp, someId } from "../open-app.ts";
import { trustClock } from "../trust-clock.ts";
import { databaseOn } from "./provide-server.ts";

/** A database of the server that the tests share. */
function urlOf(name: string): string {
  const server = inject("postgres");
  if ("missing" in server) throw new Error(server.missing);
  return databaseOn(server.url, name);
}

/** Somebody who has been reading events for more than a second. */
async function dumping(db: Database): Promise<pg.Client> {
  const { rows } = await sql<{
    name: string;
  }>`select current_database() as name`.execute(db);
  const dump = new pg.Client(urlOf(rows[0]?.name ?? ""));
  await dump.connect();
  onTestFinished(() => dump.end());
  await dump.query("begin isolation level repeatable read read only");
  await dump.query("select count(*) from events");
  await dump.query("select pg_sleep(1.1)");
  return dump;
}

test("events for whose month there is no room are taken, moved to where they belong, and told of", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  const send = async (id: string) =>
    (
      await open.events([
        { id, at: clock.now, type: "view", surface: "share", code: "CODE2345" },
      ])
    ).body;
  const partsOf = async () =>
    (
      await work.db
        .selectFrom("events")
        .select(sql<string>`tableoid::regclass::text`.as("part"))
        .execute()
    ).map(({ part }) => part);
  // The clock jumps ten years ahead, and back.
  const now = clock.now;
  clock.now = Date.UTC(2036, 0, 31, 23, 59);
  const id = someId();
  expect(await send(id)).toMatchObject({ accepted: 1 });
  clock.now = now;
  expect(await partsOf()).toEqual(["events_unforeseen"]);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 1 });
  expect(await partsOf()).toEqual(["events_2036_01"]);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 0 });
  expect(await send(id)).toMatchObject({ accepted: 0, duplicate: 1 });
  expect(await send(someId())).toMatchObject({ accepted: 1 });
  expect(await partsOf()).toContain("events_2026_04");
});

test("a month is not made while somebody reads for long, so that no write waits behind it", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  clock.now = Date.UTC(2031, 4, 1);
  const partOf = async () => {
    const parts = await work.db
      .selectFrom("events")
      .select(sql<string>`tableoid::regclass::text`.as("part"))
      .execute();
    return parts.map(({ part }) => part);
  };
  const dump = await dumping(work.db);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 0 });
  await open.events([
    { id: someId(), at: clock.now, type: "view", surface: "share" },
  ]);
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 0 });
  expect(await partOf()).toEqual(["events_unforeseen"]);
  await dump.query("commit");
  expect(await writer.run("provideMonths", undefined)).toEqual({ moved: 1 });
  expect(await partOf()).toEqual(["events_2031_05"]);
});

test("a month is not taken away while somebody reads for long, so that no write waits behind it", async () => {
  const open = await openApp();
  onTestFinished(open.close);
  const { clock, writer, work } = open;
  const now = clock.now;
  clock.now = Date.UTC(2020, 0, 5);
  await writer.run("provideMonths", undefined);
  await open.events([
    { id: someId(), at: clock.now, type: "view", surface: "share" },
  ]);
  await writer.run("provideMonths", undefined);
  clock.now = now;
  await trustClock(work);
  const dump = await dumping(work.db);
  const stored = async () =>
    (await work.db.selectFrom("events").select("id").execute()).length;
  await writer.run("forgetEvents", { keepDays: 30 });
  expect(await stored()).toBe(1);
  await dump.query("commit");
  await writer.run("forgetEvents", { keepDays: 30 });
  expect(await stored()).toBe(0);
});
