import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tests/collector-process.ts";

test("a backup takes one name, that of the copy, and refuses more", () => {
  const folder = temporaryFolder();
  const database = join(folder, "a.db");
  new Sqlite(database).exec("create table notes (note text)").close();
  const backUp = (...names: string[]) =>
    spawnSync(
      process.execPath,
      ["collector/backup.ts", ...names.map((name) => join(folder, name))],
      { env: { ENISHI_DATABASE: database }, encoding: "utf8" },
    );
  const { status, stderr } = backUp("a.db", "b.db");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^No backup was made: expected one name,.*\n$/);
  expect(readdirSync(folder)).toEqual(["a.db"]);
  expect(backUp("b.db").status).toBe(0);
  expect(readdirSync(folder)).toEqual(["a.db", "b.db"]);
});
