import { execFile } from "node:child_process";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import {
  prepareDatabase,
  runConversion,
  type Situation,
  situations,
} from "../one-conversion.ts";
import { dieInPlace } from "./die-in-place.ts";
import { databaseOn, onServer } from "./provide-server.ts";
import { postgresAt } from "./test-database.ts";

let prepared = "";
beforeAll(async () => {
  prepared = await postgresAt();
  await prepareDatabase(prepared);
});

test.for(situations)(
  "a collector that dies before any statement of a %s leaves nothing of it on the server, and after the last all of it",
  async (situation) => {
    const nothing = await tablesOf(prepared);
    const whole = await copyOf(`${situation}_whole`);
    const last = await runUntil(whole, situation, 0);
    const all = await tablesOf(whole);
    expect(all).not.toEqual(nothing);
    expect(last).toBeGreaterThan(20);

    const path = await copyOf(`${situation}_dead`);
    const looking = new pg.Client(path);
    await looking.connect();
    for (let fatal = 1; fatal <= last; fatal++) {
      expect(await runUntil(path, situation, fatal)).toBe(fatal);
      const { rows } = await looking.query(everyRow);
      expect(rows, `statement ${fatal} of ${last}`).toEqual(nothing);
    }
    await looking.end();
    // A process indeed, before it commits.
    await killBefore(path, situation, last);
    expect(await tablesOf(path), "before the commit").toEqual(nothing);
    // Who heard no answer sends it again, and then it is there once.
    await runConversion(path, situation);
    expect(await tablesOf(path), "again").toEqual(all);

    const answered = await copyOf(`${situation}_answered`);
    await killBefore(answered, situation, last + 1);
    expect(await tablesOf(answered), "after the commit").toEqual(all);
  },
);

function runUntil(path: string, situation: Situation, fatal: number) {
  return dieInPlace(fatal, (begin, end) =>
    runConversion(path, situation, begin, end),
  );
}

async function copyOf(mark: string): Promise<string> {
  const from = new URL(prepared).pathname.slice(1);
  const name = `${from}_${mark}`;
  await onServer(
    databaseOn(prepared, "postgres"),
    `create database ${name} template ${from}`,
  );
  return databaseOn(prepared, name);
}

async function killBefore(path: string, situation: Situation, fatal: number) {
  const signal = await new Promise((resolve) =>
    execFile(
      process.execPath,
      ["tests/die-before-statement.ts", path, situation, String(fatal)],
      (error) => resolve(error?.signal),
    ),
  );
  expect(signal).toBe("SIGKILL");
}

let everyRow = "";

/** Every row of every table, as text. */
async function tablesOf(path: string): Promise<unknown[]> {
  everyRow ||= await everyRowOf(path);
  return onServer(path, everyRow);
}

async function everyRowOf(path: string): Promise<string> {
  const tables = await onServer<{ name: string }>(
    path,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows = tables.map(
    ({ name }) => `select '${name}' as name, ${name}::text as row from ${name}`,
  );
  return `${rows.join(" union all ")} order by 1, 2`;
}
