import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../tests/collector-process.ts";
import { countChannels, countEvents } from "../queries/reports.ts";
import type { Schema } from "../schema.ts";
import { openSqlite } from "../sqlite/open-sqlite.ts";
import { migrate } from "./index.ts";

test("what came before there were sums is in them", async () => {
  const path = `${temporaryFolder()}/enishi.db`;
  const file = new Sqlite(path);
  const old = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: file }),
  });
  await migrate(old, "014-payout-unreachable");
  file.pragma("foreign_keys = off");
  file.exec(
    `insert into codes values ('CODE2345', 's', 'm', 1);
     insert into people (id, site_id, created_at) values ('p', 's', 1);
     insert into members (id, site_id, program_id, person_id, kind, state, created_at)
       values ('m', 's', 'default', 'p', 'customer', 'active', 1)`,
  );
  const event = file.prepare(
    "insert into events (site_id, id, type, at, received_at, code) values ('s', ?, ?, ?, 9, ?)",
  );
  event.run("1", "view", 5, "CODE2345");
  event.run("2", "view", 7, null);
  event.run("3", "view", 3_600_001, "CODE2345");
  event.run("4", "custom", 5, null);
  const click = file.prepare(
    "insert into clicks (site_id, id, code, at, bot) values ('s', ?, ?, 5, ?)",
  );
  click.run("1", "CODE2345", 0);
  click.run("2", "CODE2345", 1);
  click.run("3", "NOBODY22", 0);
  await old.destroy();

  const { db, close } = await openSqlite(path);
  onTestFinished(close);
  const span = { siteId: "s", from: 0, to: 7_200_000 };
  const all = await countEvents(db, { ...span, programId: null });
  expect(all).toEqual({ view: 3, click: 1 });
  expect(await countChannels(db, { ...span, programId: null })).toEqual([
    { kind: "click", channel: "", n: 1 },
  ]);
  const ofProgram = await countEvents(db, { ...span, programId: "default" });
  expect(ofProgram).toEqual({ view: 2, click: 1 });
});
