import { execFile } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { recordEvents } from "../../collector/actions/record-events.ts";
import { moveFromSqlite } from "../../collector/storage/postgres/move-from-sqlite.ts";
import { holdAlone } from "../../collector/storage/sqlite/hold-alone.ts";
import { openSqlite } from "../../collector/storage/sqlite/open-sqlite.ts";
import type { Storage } from "../../collector/storage/storage.ts";
import { temporaryFolder } from "../collector-process.ts";
import { foldOfLedger } from "../fold-of-ledger.ts";
import { openApp } from "../open-app.ts";
import { onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

const released = join(
  import.meta.dirname,
  "../fixtures/databases/006-erasure.sql",
);
const oldId = "an-event-of-before-1";

/** A shop on SQLite as a release has left it, brought up to date, with an event; and a server's database for it. */
async function shop() {
  const path = join(temporaryFolder(), "enishi.db");
  const file = new Sqlite(path);
  file.pragma("foreign_keys = off");
  file.exec(readFileSync(released, "utf8"));
  file.close();
  const storage = await openSqlite(path);
  const site = await storage.db
    .selectFrom("sites")
    .select("id")
    .executeTakeFirstOrThrow();
  await view(storage, site.id);
  const fold = await foldOfLedger(storage.db);
  await storage.close();
  return { path, url: await postgresAt(path), siteId: site.id, fold };
}

const at = Date.UTC(2026, 3, 2);

async function view(storage: Storage, siteId: string) {
  const [end] = await storage.commitGroup([
    {
      needsSavepoint: false,
      run: (db) =>
        recordEvents({ db } as Parameters<typeof recordEvents>[0], {
          ...{ siteId, origin: null, receivedAt: at, visitor: "v-1" },
          events: [
            {
              ...{ kind: "signal", id: oldId, at, type: "view" },
              ...{ surface: "share", name: null, code: null },
              ...{ channel: null, props: '{"日本語":"\\u0001 ,\\""}' },
            },
          ],
        }),
    },
  ]);
  return end;
}

test("a shop moves with its books, and goes on where it was", async () => {
  const { path, url, siteId, fold } = await shop();
  const { tables, sums } = await moveFromSqlite(path, url);
  const rows = Object.fromEntries(tables.map((one) => [one.name, one.rows]));
  expect(rows).toMatchObject({ events: 2, rewards: 10, conversions: 5 });
  expect(sums.every(({ isEqual }) => isEqual)).toBe(true);
  expect(sums.find(({ name }) => /^ledger/.test(name))?.lines).toBeGreaterThan(
    3,
  );

  // On PostgreSQL from here on: the path stands for its database.
  const open = await openApp({}, path);
  onTestFinished(open.close);
  expect(await foldOfLedger(open.work.db)).toEqual(fold);
  const parts = await onServer<{ part: string }>(
    url,
    "select tableoid::regclass::text as part from events where received_at = " +
      at,
  );
  expect(parts).toEqual([{ part: "events_2026_04" }]);
  expect(await view(open.storage, siteId)).toMatchObject({
    value: { outcomes: [{ outcome: "duplicate" }] },
  });
  open.clock.now += 33 * 86_400_000;
  const funnel = await open.asServer("GET", "/v1/reports/funnel");
  expect(funnel.body).toMatchObject({ views: 1, sales: 3, rewardMinor: 8_520 });
  const refunded = await open.asServer(
    "POST",
    "/v1/conversions/order:sale-of-saburo/refunds",
    { refundId: "second", amountMinor: 10_000 },
  );
  expect(refunded.body.adjustments).toEqual([
    { to: "referrer", amountMinor: -120 },
    { to: "friend", amountMinor: -120 },
  ]);
  const later = await open.asServer("GET", "/v1/reports/funnel");
  expect(later.body.rewardMinor).toBe(8_280);
});

test("nothing is moved into a database that is in use, or of another version, and a second try is free", async () => {
  const { path, url } = await shop();
  const file = new Sqlite(path);
  const { name } = file
    .prepare("select name from kysely_migration order by name desc limit 1")
    .get() as { name: string };
  file.prepare("delete from kysely_migration where name = ?").run(name);
  await expect(moveFromSqlite(path, url)).rejects.toThrow(/this version/);
  file.prepare("insert into kysely_migration values (?, '')").run(name);

  // What one engine keeps and the other cannot.
  file.prepare("update members set name = ?").run("a\0b");
  file.close();
  await expect(moveFromSqlite(path, url)).rejects.toThrow(/^members: /);
  const count = async (table: string) =>
    (
      await onServer<{ n: string }>(url, `select count(*) as n from ${table}`)
    )[0]?.n;
  expect(await count("sites")).toBe("0");

  const mended = new Sqlite(path);
  mended.exec("update members set name = null");
  mended.close();
  await moveFromSqlite(path, url);
  expect(await count("members")).not.toBe("0");
  await expect(moveFromSqlite(path, url)).rejects.toThrow(/has rows/);
});

test("the command says what it has moved, or why not", async () => {
  const { path, url } = await shop();
  writeFileSync(`${path}.key`, "the key", { mode: 0o600 });
  mkdirSync(`${path}.scripts`);
  writeFileSync(`${path}.scripts/enishi.1.js`, "a script");
  const { stdout } = await command("--from", path, "--to", url);
  expect(stdout).toMatch(/ {2}rewards +10 {2}[0-9a-f]{32}\n/);
  expect(stdout).toMatch(/ledger by site, currency and entry +\d+ lines, \d+/);
  const there = join(
    dirname(path),
    `postgres-${new URL(url).pathname.slice(1)}`,
  );
  expect(stdout).toContain(`${there}.key is a copy of ${path}.key\n`);
  expect(stdout).toContain("ENISHI_ADMIN_PASSWORD: set it as it was");
  expect(stdout).toContain(`StateDirectory, has to be ${dirname(path)}.\n`);
  expect(readFileSync(`${there}.key`, "utf8")).toBe("the key");
  expect(statSync(`${there}.key`).mode & 0o777).toBe(0o600);
  expect(readdirSync(`${there}.scripts`)).toEqual(["enishi.1.js"]);
  for (const [args, because] of [
    [[], "expected --from"],
    [["--from", "/nowhere.db", "--to", url], "no file /nowhere.db"],
    [["--from", path, "--to", "mysql://x/y"], "no such address"],
    [["--from", path, "--to", url], "has rows"],
    [["--from", path, "--to", "postgres://x@127.0.0.1:1/none"], "ECONNREFUSED"],
  ] as const)
    expect(await command(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(because),
    });
});

test("a file that a collector holds is not moved", async () => {
  const { path, url } = await shop();
  expect(holdAlone(path)).toBe(true);
  expect(await command("--from", path, "--to", url)).toMatchObject({
    code: 2,
    stderr: `Nothing was moved: a collector uses ${path}: stop it first\n`,
  });
});

function command(...args: string[]) {
  return promisify(execFile)(
    process.execPath,
    ["collector/migrate-to-postgres.ts", ...args],
    { env: { PATH: process.env.PATH } },
  ).catch((error) => error as { code: number; stdout: string; stderr: string });
}
