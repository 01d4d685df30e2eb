/** `npm run migrate-to-postgres -- --from data/enishi.db --to postgres://...`: moves a shop from SQLite to PostgreSQL. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseConfig } from "./config.ts";
import { keptForServer, serverProblem } from "./database-server.ts";
import { database } from "./environment-values.ts";
import { isPostgres } from "./storage/is-postgres.ts";
import { moveFromSqlite } from "./storage/postgres/move-from-sqlite.ts";

const { from, to } = askedFor();
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
const { ENISHI_STATE_DIRECTORY, STATE_DIRECTORY } = process.env;
const { config } = parseConfig({ ENISHI_STATE_DIRECTORY, STATE_DIRECTORY });
const kept = keptForServer(to, config?.stateFolder ?? "data");
say(`
Everything has been moved. Start the collector with ENISHI_DATABASE set to the new address, and with the same keys:
  cp ${from}.key ${kept}.key       or set ENISHI_MASTER_KEY
  cp ${from}.owner ${kept}.owner   or set ENISHI_ADMIN_PASSWORD
Keep ${from} until you have seen your figures there.`);

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
