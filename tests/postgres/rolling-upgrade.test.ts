import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../collector/storage/migrations/index.ts";
import { openPostgres } from "../../collector/storage/postgres/open-postgres.ts";
import { partitionsOf } from "../../collector/storage/queries/event-partitions.ts";
import {
  hasEvent,
  insertEvent,
} from "../../collector/storage/queries/events.ts";
import { countEvents } from "../../collector/storage/queries/reports.ts";
import type { Schema } from "../../collector/storage/schema.ts";
import type { EventsTable } from "../../collector/storage/tables/events.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

/** How versions before the partitions stored events. Never edited: they run beside this one while it takes over. */
const ofOld = {
  insert: `insert into events (site_id, id, type, at, received_at, visitor, code, channel, surface, name, url, props)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
    on conflict do nothing returning site_id, id`,
  click: `insert into "clicks" ("site_id", "id", "code", "channel", "at", "visitor", "bot") values ($1, $2, $3, $4, $5, $6, $7)
    on conflict ("site_id", "id") do update set "visitor" = coalesce("clicks"."visitor", "excluded"."visitor")
    where "clicks"."visitor" is null or "excluded"."visitor" is null or "clicks"."visitor" = "excluded"."visitor"`,
  forget: `update "events" set "visitor" = $1, "url" = $2, "props" = $3 where "site_id" = $4 and "visitor" in ($5)`,
  has: `select "id" from "events" where "site_id" = $1 and "id" = $2`,
};

const now = Date.now();
const event = (id: string, more: Partial<EventsTable> = {}): EventsTable => ({
  ...{ site_id: "s", id, type: "view", at: now - 10, received_at: now },
  ...{ visitor: "v", code: "CODE2345", channel: null, surface: null },
  ...{ name: null, url: null, props: null, ...more },
});

test("an earlier version stores, recognises and counts events while this one takes over", async () => {
  const { url, old } = await leftBy("014-payout-unreachable");
  expect(await old.insert(event("before-1"), event("before-2"))).toEqual([
    "before-1",
    "before-2",
  ]);
  await old.click("click-1");

  const { db, commitGroup, close } = await openPostgres(url);
  onTestFinished(close);
  const add = async (row: EventsTable) => {
    const [result] = await commitGroup([
      { needsSavepoint: false, run: (within) => insertEvent(within, row) },
    ]);
    return result?.status === "fulfilled" && result.value;
  };

  // On the connection and with the statements that it had before.
  expect(await old.insert(event("before-2"), event("after-1"))).toEqual([
    "after-1",
  ]);
  expect(await old.insert(event("after-2"), event("after-2"))).toEqual([
    "after-2",
  ]);
  await old.click("click-1");
  await old.click("click-2");
  expect(await old.has("before-1")).toBe(true);

  for (const id of ["before-1", "after-1"]) {
    expect(await add(event(id)), id).toBe(false);
    expect(await hasEvent(db, "s", id), id).toBe(true);
  }
  expect(await add(event("new-1"))).toBe(true);
  expect(await old.insert(event("new-1"))).toEqual([]);

  const span = { siteId: "s", from: 0, to: now + 7_200_000 };
  for (const programId of [null, "default"])
    expect(await countEvents(db, { ...span, programId })).toEqual({
      view: 5,
      click: 2,
    });
  await old.forget("v");
  const [left] = await onServer<{ n: string }>(
    url,
    "select count(*) as n from events where visitor is not null",
  );
  expect(left?.n).toBe("0");
});

test("a shop's events become the first partition as they are, and months follow it without a gap", async () => {
  const { url, old } = await leftBy("014-payout-unreachable");
  const received_at = now - 200 * 86_400_000;
  await old.insert(event("old-1", { received_at }), event("old-2"));
  const { db, close } = await openPostgres(url);
  onTestFinished(close);
  const parts = await partitionsOf(db);
  expect(parts[0]).toMatchObject({ name: "events_before", from: 0 });
  for (const [n, part] of parts.entries())
    expect(part.from).toBe(n ? parts[n - 1]?.to : 0);
  expect(parts.at(-1)?.to).toBeGreaterThan(now + 31 * 86_400_000);
  expect(parts.length).toBeGreaterThan(1);
});

/** A database as an earlier version has it, with a site and a member, and a connection of a collector of that version. */
async function leftBy(version: string) {
  const url = await postgresAt();
  await onServer(url, "drop schema public cascade; create schema public");
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, version);
  await db.destroy();
  await onServer(
    url,
    `insert into sites (id, name, public_key, signing_key, origins, consent, created_at)
       values ('s', 's', 'pk', 'sig', '[]', 'granted', 1);
     insert into people (id, site_id, created_at) values ('p', 's', 1);
     insert into members (id, site_id, program_id, person_id, kind, state, created_at)
       values ('m', 's', 'default', 'p', 'customer', 'active', 1);
     insert into codes (code, site_id, member_id, created_at) values ('CODE2345', 's', 'm', 1)`,
  );
  let client = await connect(url);
  // What a migration has made stale is prepared anew on another connection, once: so those versions did.
  const ask = async (name: keyof typeof ofOld, values: unknown[]) => {
    const query = { name, text: ofOld[name], values };
    try {
      return await client.query<{ id: string }>(query);
    } catch (error) {
      if ((error as { code?: string }).code !== "0A000") throw error;
      client = await connect(url);
      return client.query<{ id: string }>(query);
    }
  };
  return {
    url,
    old: {
      async insert(...rows: EventsTable[]) {
        const columns = Object.keys(event("")) as (keyof EventsTable)[];
        const values = columns.map((column) => rows.map((row) => row[column]));
        return (await ask("insert", values)).rows.map(({ id }) => id);
      },
      click: (id: string) =>
        ask("click", ["s", id, "CODE2345", null, now, "v", 0]),
      forget: (visitor: string) =>
        ask("forget", [null, null, null, "s", visitor]),
      has: async (id: string) => (await ask("has", ["s", id])).rows.length > 0,
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
