import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { storageContract } from "../storage.contract.ts";
import { openSqlite, openSqliteReader } from "./open-sqlite.ts";

storageContract("SQLite", () => openSqlite(":memory:"));

test("a reader sees what was committed, and cannot write", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "enishi-")), "deep", "a.db");
  const storage = await openSqlite(path);
  const reader = openSqliteReader(path);
  const site = {
    id: "s1",
    name: "shop",
    public_key: "pk_1",
    signing_key: "",
    origins: "[]",
    consent: "granted" as const,
    created_at: 1,
  };
  await storage.commitGroup([
    {
      needsSavepoint: true,
      run: (db) => db.insertInto("sites").values(site).execute(),
    },
  ]);
  expect(await reader.selectFrom("sites").select("id").execute()).toEqual([
    { id: "s1" },
  ]);
  await expect(
    reader
      .insertInto("sites")
      .values({ ...site, id: "s2" })
      .execute(),
  ).rejects.toThrow(/readonly/);
  await reader.destroy();
  await storage.close();
});

test("nobody else on the machine can read the database", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "enishi-")), "a.db");
  const storage = await openSqlite(path);
  for (const file of [path, `${path}-wal`])
    expect(statSync(file).mode & 0o077).toBe(0);
  await storage.close();
});

test("the log that a long read made large is cut to its bound once the read is over", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "enishi-")), "a.db");
  const storage = await openSqlite(path);
  await sql`create table filling (text text)`.execute(storage.db);
  const write = (rows: number) =>
    sql`insert into filling with recursive n(n) as
      (select 1 union all select n + 1 from n where n < ${sql.lit(rows)})
      select printf('%04000d', n) from n`.execute(storage.db);
  const megabytes = () => statSync(`${path}-wal`).size / 1e6;
  const reader = new Sqlite(path, { readonly: true });
  reader.exec("begin; select count(*) from sqlite_master");
  await write(20_000);
  expect(megabytes()).toBeGreaterThan(80);
  reader.close();
  // The first folds the log back, the second begins it anew.
  await write(1);
  await write(1);
  expect(megabytes()).toBeLessThan(66);
  await storage.close();
});

test("every commit is synced to the disk before it is answered", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "enishi-")), "a.db");
  const storage = await openSqlite(path);
  const { rows } = await sql<{
    synchronous: number;
  }>`pragma synchronous`.execute(storage.db);
  expect(rows).toEqual([{ synchronous: 2 }]);
  await storage.close();
});
