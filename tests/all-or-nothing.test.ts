import { execFile } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { beforeStatements } from "./before-statements.ts";
import { temporaryFolder } from "./collector-process.ts";
import {
  prepareDatabase,
  runConversion,
  type Situation,
  situations,
} from "./one-conversion.ts";

const folder = temporaryFolder();
const prepared = join(folder, "prepared.db");
beforeAll(() => prepareDatabase(prepared));

test.for(situations)(
  "a process killed before any statement of a %s leaves nothing of it, and after the last all of it",
  async (situation) => {
    const nothing = tablesOf(prepared);
    const whole = copyOf(prepared, `${situation}-whole`);
    const left = await leftBeforeStatements(whole, situation);
    const all = tablesOf(whole);
    const last = left.length;
    expect(all).not.toEqual(nothing);
    expect(last).toBeGreaterThan(20);

    for (const [n, path] of left.entries()) {
      const fatal = n + 1;
      expect(tablesOf(path), `statement ${fatal} of ${last}`).toEqual(nothing);
      // Who heard no answer sends it again, and then it is there once. The file is the same each time: some will do.
      if (fatal % 10 === 0 || fatal === last) {
        await runConversion(path, situation);
        expect(tablesOf(path), `again after ${fatal}`).toEqual(all);
      }
      rmSync(path);
    }

    // A process indeed, before it commits and after.
    const dead = copyOf(prepared, `${situation}-dead`);
    await killBefore(dead, situation, last);
    expect(tablesOf(dead), "before the commit").toEqual(nothing);
    await killBefore(dead, situation, last + 1);
    expect(tablesOf(dead), "after the commit").toEqual(all);
  },
);

/** Runs it once, and answers the files as they were just before each statement: what a process leaves that is killed there. */
async function leftBeforeStatements(path: string, situation: Situation) {
  const left: string[] = [];
  const { begin, end } = beforeStatements(path, (count) => {
    left.push(copyOf(path, `${situation}-${count}`));
  });
  await runConversion(path, situation, begin, end);
  return left;
}

/** With the log, in which a transaction may lie that was not committed. */
function copyOf(path: string, name: string): string {
  const copy = join(folder, `${name}.db`);
  for (const part of ["", "-wal", "-shm"])
    if (existsSync(path + part)) copyFileSync(path + part, copy + part);
  return copy;
}

async function killBefore(path: string, situation: Situation, fatal: number) {
  const file = join(import.meta.dirname, "die-before-statement.ts");
  const args = [file, path, situation, String(fatal)];
  const end = await new Promise<{ signal?: string; said: string }>((resolve) =>
    execFile(process.execPath, args, (error, _out, said) =>
      resolve({ ...(error?.signal ? { signal: error.signal } : {}), said }),
    ),
  );
  expect(end, end.said).toMatchObject({ signal: "SIGKILL" });
}

/** Every row of every table, read by a connection that finds the file as the dead process left it. */
function tablesOf(path: string): Record<string, unknown[]> {
  const database = new Sqlite(path);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(database.pragma("foreign_key_check")).toEqual([]);
  const names = database
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all() as string[];
  const tables = names.map((name) => [
    name,
    database.prepare(`select * from "${name}"`).all().sort(byText),
  ]);
  database.close();
  return Object.fromEntries(tables);
}

/** An order that is the same each time, however many columns there are. */
function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
