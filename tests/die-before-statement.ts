/** A process that runs one conversion on a database, and kills itself just before its n-th statement: see all-or-nothing.test.ts. */
import Sqlite from "better-sqlite3";
import pg from "pg";
import { isPostgres } from "../collector/storage/is-postgres.ts";
import { runConversion, type Situation } from "./one-conversion.ts";

const [path = "", situation, fatal] = process.argv.slice(2);
let count = 0;
let isArmed = false;

// Whoever asks the engine for anything passes here: queries, savepoints, begin and commit.
type Ways = Record<string, (...values: unknown[]) => unknown>;
const [ways, names] = isPostgres(path)
  ? [pg.Client.prototype as unknown as Ways, ["query"]]
  : [
      Object.getPrototypeOf(new Sqlite(":memory:").prepare("select 1")) as Ways,
      ["run", "get", "all", "iterate"],
    ];
for (const name of names) {
  const original = ways[name] as Ways[string];
  ways[name] = function (...values) {
    if (isArmed) count += 1;
    if (isArmed && count === Number(fatal))
      process.kill(process.pid, "SIGKILL");
    return original.apply(this, values);
  };
}
await runConversion(
  path,
  situation as Situation,
  () => {
    isArmed = true;
  },
  () => {
    isArmed = false;
  },
);
process.stdout.write(`${count}`);
// Answered, and never told: the commit is through.
if (count < Number(fatal)) process.kill(process.pid, "SIGKILL");
