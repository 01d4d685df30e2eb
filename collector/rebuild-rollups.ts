/** `npm run rebuild-rollups`: counts what reports read anew from the single events and orders, and tells what differed. */
import { existsSync } from "node:fs";
import { parseConfig } from "./config.ts";
import { openingProblem } from "./database-file.ts";
import { serverProblem } from "./database-server.ts";
import { isPostgres } from "./storage/is-postgres.ts";
import { rebuildBeside } from "./storage/postgres/rebuild-beside.ts";
import {
  type Difference,
  rebuildAndCompare,
} from "./storage/rollups/compare-rebuilt.ts";
import { holdAlone } from "./storage/sqlite/hold-alone.ts";
import { openSqlite } from "./storage/sqlite/open-sqlite.ts";

const { config, problems } = parseConfig({
  ENISHI_DATABASE: process.env.ENISHI_DATABASE,
});
if (problems) refuse(problems.join("\n"));
const { database } = config;
const rebuilt = isPostgres(database)
  ? rebuildBeside(database).catch(serverProblem(database))
  : rebuildFile(database).catch(openingProblem(database));
const found = await rebuilt.catch((error: Error) => refuse(error.message));

for (const { table, of, figure, rows, was, is } of found)
  say(`${table}: ${of}: ${figure} of ${rows} rows was ${was}, is ${is}`);
say(
  found.length
    ? "Reports now say what the single events and orders come to."
    : "Nothing differed.",
);

async function rebuildFile(path: string): Promise<Difference[]> {
  if (!existsSync(path)) refuse(`there is no file ${path}`);
  if (!holdAlone(path)) refuse(`a collector uses ${path}: stop it first`);
  const { db, close } = await openSqlite(path);
  try {
    return await db.transaction().execute(rebuildAndCompare);
  } finally {
    await close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(because: string): never {
  process.stderr.write(`Nothing was rebuilt: ${because}\n`);
  process.exit(2);
}
