/** `npm run migrate-to-postgres -- --from data/enishi.db --to postgres://...`: moves a shop from SQLite to PostgreSQL. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { parseConfig } from "./config.ts";
import { keptForServer, serverProblem } from "./database-server.ts";
import { database } from "./environment-values.ts";
import { isPostgres } from "./storage/is-postgres.ts";
import { moveFromSqlite } from "./storage/postgres/move-from-sqlite.ts";
import { holdAlone } from "./storage/sqlite/hold-alone.ts";
import { takeAlong } from "./take-along.ts";

const { from, to } = askedFor();
// What a collector stored after this would stay behind.
if (!isFree(from)) refuse(`a collector uses ${from}: stop it first`);
const { tables, sums } = await moveFromSqlite(from, to, (table, rows) =>
  say(`${table}: ${rows} rows`),
).catch((error) => {
  try {
    return serverProblem(to)(error);
  } catch (said) {
    const isServers = error.code !== undefined && !/^SQLITE/.test(error.code);
    refuse(isServers ? (said as Error).message : error.message);
  }
});

say("\nThe same on both sides, row by row:");
for (const { name, rows, digest } of tables)
  say(`  ${name.padEnd(24)} ${String(rows).padStart(10)}  ${digest}`);
say("\nThe same on both sides, added up:");
for (const { name, lines, totalMinor } of sums)
  say(`  ${name.padEnd(40)} ${lines} lines, ${totalMinor} in minor units`);
const { ENISHI_STATE_DIRECTORY, STATE_DIRECTORY = dirname(from) } = process.env;
const { config } = parseConfig({ ENISHI_STATE_DIRECTORY, STATE_DIRECTORY });
const folder = config?.stateFolder ?? dirname(from);
say(`
Everything has been moved. What lies beside the file:`);
for (const line of takeAlong(from, keptForServer(to, folder))) say(`  ${line}`);
say(`
Start the collector with ENISHI_DATABASE set to the new address. Its ENISHI_STATE_DIRECTORY, or systemd's StateDirectory, has to be ${folder}.
Keep ${from} until you have seen your figures there.`);

function isFree(path: string): boolean {
  try {
    return holdAlone(path);
  } catch (error) {
    return refuse(
      `expected to hold ${path}.lock, so that no collector begins meanwhile, and got: ${(error as Error).message}`,
    );
  }
}

function askedFor(): { from: string; to: string } {
  const usage =
    "expected --from FILE --to postgres://user:password@host:5432/database";
  try {
    const { from, to } = parseArgs({
      options: { from: { type: "string" }, to: { type: "string" } },
    }).values;
    if (!from || !to) return refuse(usage);
    if (!isPostgres(to) || !("value" in database(to)))
      return refuse(`${usage}, and --to is no such address`);
    if (isPostgres(from) || !existsSync(from))
      return refuse(`${usage}, and there is no file ${from}`);
    return { from, to };
  } catch (error) {
    return refuse(`${usage}: ${(error as Error).message}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(because: string): never {
  process.stderr.write(`Nothing was moved: ${because}\n`);
  process.exit(2);
}
