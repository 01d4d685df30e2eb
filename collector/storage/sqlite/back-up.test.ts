import {
  mkdtempSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Storage } from "../storage.ts";
import { backUp } from "./back-up.ts";
import { openSqlite } from "./open-sqlite.ts";

const addSites = (storage: Storage, ids: string[]) =>
  storage.commitGroup([
    {
      needsSavepoint: true,
      run: (db) =>
        db
          .insertInto("sites")
          .values(
            ids.map((id) => ({
              id,
              name: id,
              public_key: `pk_${id}`,
              signing_key: "",
              origins: "[]",
              consent: "granted" as const,
              created_at: 1,
            })),
          )
          .execute(),
    },
  ]);

const idsIn = async ({ db }: Storage) =>
  (await db.selectFrom("sites").select("id").orderBy("id").execute()).map(
    ({ id }) => id,
  );

test("a copy that is taken while it is written to is one instant's, and a collector goes on from it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-backup-"));
  const storage = await openSqlite(join(folder, "a.db"));
  await addSites(storage, ["before"]);
  const copying = backUp(join(folder, "a.db"), join(folder, "copy.db"));
  for (let n = 0; n < 20; n++)
    await addSites(storage, [`left-${n}`, `right-${n}`]);
  await copying;
  await storage.close();

  expect(readdirSync(folder).filter((name) => /copy/.test(name))).toEqual([
    "copy.db",
  ]);
  expect(statSync(join(folder, "copy.db")).mode & 0o077).toBe(0);
  const restored = await openSqlite(join(folder, "copy.db"));
  const ids = await idsIn(restored);
  expect(ids).toContain("before");
  const halves = (side: string) =>
    ids.filter((id) => id.startsWith(side)).length;
  expect(halves("left")).toBe(halves("right"));
  const { rows } = await sql`pragma foreign_key_check`.execute(restored.db);
  expect(rows).toEqual([]);
  await addSites(restored, ["after"]);
  expect(await idsIn(restored)).toContain("after");
  await restored.close();
});

test("what a copy that was killed has left is taken away by the next, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-backup-"));
  const storage = await openSqlite(join(folder, "a.db"));
  await storage.close();
  const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
  const left = (name: string, at: Date, text = "SQLite format 3\0...") => {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), at, at);
  };
  left("killed.db.unfinished", longAgo);
  left("killed.db.unfinished-journal", longAgo, "journal");
  left("begun.db.unfinished", longAgo, "");
  left("under-way.db.unfinished", new Date());
  left("novel.unfinished", longAgo, "Chapter one");
  await backUp(join(folder, "a.db"), join(folder, "copy.db"));
  const rest = readdirSync(folder).filter((name) => !name.startsWith("a.db"));
  expect(rest.sort()).toEqual([
    ...["copy.db", "novel.unfinished", "under-way.db.unfinished"],
  ]);
});

test("a copy never takes the place of another", async () => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-backup-"));
  const storage = await openSqlite(join(folder, "a.db"));
  await storage.close();
  await backUp(join(folder, "a.db"), join(folder, "copy.db"));
  await expect(
    backUp(join(folder, "a.db"), join(folder, "copy.db")),
  ).rejects.toThrow(/exists/);
});

test("a copy is finished however often it is written to meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "enishi-backup-"));
  const storage = await openSqlite(join(folder, "a.db"));
  await sql`create table filling (text text)`.execute(storage.db);
  await sql`insert into filling with recursive n(n) as (select 1 union all select n + 1 from n where n < 3000)
    select printf('%04000d', n) from n`.execute(storage.db);
  let isCopied = false;
  const copying = backUp(join(folder, "a.db"), join(folder, "copy.db")).then(
    () => {
      isCopied = true;
    },
  );
  for (let n = 0; n < 1_000 && !isCopied; n++) {
    await addSites(storage, [`site-${n}`]);
    await nextTurn();
  }
  expect(isCopied).toBe(true);
  await copying;
  await storage.close();
});
