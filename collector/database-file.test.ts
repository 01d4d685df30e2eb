import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDatabaseFile } from "./database-file.ts";
import { SetupProblem } from "./kept-secrets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "enishi-database-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the folder and an empty file are made, for this user's eyes alone", () => {
  const path = join(folder, "a", "b", "enishi.db");
  prepareDatabaseFile(path);
  prepareDatabaseFile(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(path).size).toBe(0);
});

test("a path where no database can be kept is named, with why", () => {
  const file = join(folder, "file");
  writeFileSync(file, "a letter, longer than a signature");
  const short = join(folder, "short");
  writeFileSync(short, "SQLite");
  mkdirSync(join(folder, "directory"));
  for (const [path, why] of [
    [file, "no SQLite database"],
    [short, "no SQLite database"],
    [join(file, "enishi.db"), "ENOTDIR"],
    [join(file, "more", "enishi.db"), "ENOTDIR"],
    [join(folder, "directory"), "directory"],
    ...(existsSync("/proc/self") ? [["/proc/x/e.db", "ENOENT"]] : []),
  ] as const) {
    const preparing = () => prepareDatabaseFile(path);
    expect(preparing).toThrow(SetupProblem);
    expect(preparing).toThrow(/^ENISHI_DATABASE: expected a SQLite file/);
    expect(preparing).toThrow(JSON.stringify(path));
    expect(preparing).toThrow(why);
  }
});
