/** `npm run backup [-- FILE]`: copies the SQLite database, while a collector may be running on it. */
import { parseConfig } from "./config.ts";
import { isPostgres } from "./storage/is-postgres.ts";
import { backUp } from "./storage/sqlite/back-up.ts";

const { config, problems } = parseConfig({
  ENISHI_DATABASE: process.env.ENISHI_DATABASE,
});
if (problems) refuse(problems.join("\n"));
const { database } = config;
if (isPostgres(database))
  refuse("ENISHI_DATABASE is a server's: back it up with pg_dump.");
const [named, ...others] = process.argv.slice(2);
if (others.length)
  refuse(
    `expected one name, that of the copy, and got ${others.length} more. What is copied is ENISHI_DATABASE.`,
  );
const instant = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
const copy = named ?? `${database}.${instant}.backup`;
await backUp(database, copy).catch((error: Error) => refuse(error.message));
process.stdout.write(
  `${copy}\nKeep ${database}.scripts and ${database}.owner too, and the master key apart from them: ENISHI_MASTER_KEY, or ${database}.key.\n`,
);

function refuse(because: string): never {
  process.stderr.write(`No backup was made: ${because}\n`);
  process.exit(2);
}
