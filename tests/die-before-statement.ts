/** A process that runs one conversion on a database file, and kills itself just before its n-th statement: see all-or-nothing.test.ts. */
import Sqlite from "better-sqlite3";
import { runConversion, type Situation } from "./one-conversion.ts";

const [path = "", situation, fatal] = process.argv.slice(2);
let count = 0;
let isArmed = false;

// Whoever asks the engine for anything passes here: queries, savepoints, begin and commit.
const statement = Object.getPrototypeOf(
  new Sqlite(":memory:").prepare("select 1"),
) as Record<string, (...values: unknown[]) => unknown>;
for (const name of ["run", "get", "all", "iterate"]) {
  const original = statement[name] as (typeof statement)[string];
  statement[name] = function (...values) {
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
