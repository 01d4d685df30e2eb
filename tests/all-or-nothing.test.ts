import { execFile } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "./collector-process.ts";
import {
  prepareDatabase,
  runConversion,
  type Situation,
  situations,
} from "./one-conversion.ts";

/** As many at once as the smallest machine has cores. */
const childrenAtOnce = 2;

const folder = temporaryFolder();
const prepared = join(folder, "prepared.db");
beforeAll(() => prepareDatabase(prepared));

test.for(situations)(
  "a process killed before any statement of a %s leaves nothing of it, and after the last all of it",
  { timeout: 120_000 },
  async (situation) => {
    const nothing = tablesOf(prepared);
    const whole = copyOf(`${situation}-whole`);
    const last = await statementsOf(whole, situation);
    const all = tablesOf(whole);
    expect(all).not.toEqual(nothing);
    expect(last).toBeGreaterThan(20);

    let next = 0;
    async function child() {
      while (next < last) {
        next += 1;
        const fatal = next;
        const path = copyOf(`${situation}-${fatal}`);
        await killBefore(path, situation, fatal);
        expect(tablesOf(path), `statement ${fatal} of ${last}`).toEqual(
          nothing,
        );
        // Who heard no answer sends it again, and then it is there once. The file is the same each time: some will do.
        if (fatal % 10 === 0 || fatal === last) {
          await runConversion(path, situation);
          expect(tablesOf(path), `again after ${fatal}`).toEqual(all);
        }
        rmSync(path);
      }
    }
    await Promise.all(Array.from({ length: childrenAtOnce }, child));

    const answered = copyOf(`${situation}-answered`);
    await killBefore(answered, situation, last + 1);
    expect(tablesOf(answered), "after the commit").toEqual(all);
  },
);

function copyOf(name: string): string {
  const path = join(folder, `${name}.db`);
  copyFileSync(prepared, path);
  return path;
}

interface End {
  signal: NodeJS.Signals | undefined;
  output: string;
}

function runChild(path: string, situation: Situation, fatal: number) {
  const file = join(import.meta.dirname, "die-before-statement.ts");
  const NODE_COMPILE_CACHE = join(folder, "compiled");
  return new Promise<End>((resolve) =>
    execFile(
      process.execPath,
      [file, path, situation, String(fatal)],
      { env: { ...process.env, NODE_COMPILE_CACHE } },
      (error, stdout, stderr) =>
        resolve({ signal: error?.signal, output: stdout || stderr }),
    ),
  );
}

/** How many there are, of one that is let live. */
async function statementsOf(path: string, situation: Situation) {
  const { signal, output } = await runChild(path, situation, 0);
  expect({ signal, output }).toEqual({
    signal: undefined,
    output: expect.stringMatching(/^\d+$/),
  });
  return Number(output);
}

async function killBefore(path: string, situation: Situation, fatal: number) {
  const end = await runChild(path, situation, fatal);
  expect(end, end.output).toMatchObject({ signal: "SIGKILL" });
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
