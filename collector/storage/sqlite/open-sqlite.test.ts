import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("every commit is synced to the disk before it is answered", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "enishi-")), "a.db");
  const storage = await openSqlite(path);
  const { rows } = await import("kysely").then(({ sql }) =>
    sql<{ synchronous: number }>`pragma synchronous`.execute(storage.db),
  );
  expect(rows).toEqual([{ synchronous: 2 }]);
  await storage.close();
});
