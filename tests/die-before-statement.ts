/** A process that runs one conversion on a database, and kills itself just before its n-th statement: see all-or-nothing.test.ts. */
import { beforeStatements } from "./before-statements.ts";
import { runConversion, type Situation } from "./one-conversion.ts";

const [path = "", situation, fatal] = process.argv.slice(2);
const dieAt = (count: number) => {
  if (count === Number(fatal)) process.kill(process.pid, "SIGKILL");
};
const { begin, end } = beforeStatements(path, dieAt);
await runConversion(path, situation as Situation, begin, end);
// Answered, and never told: the commit is through.
process.kill(process.pid, "SIGKILL");
