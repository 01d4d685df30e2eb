/** `npm run torture [-- PARTS]`: the long runs, one after the other, each to its end whatever became of the one before. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../collector-process.ts";
import { enginesHere } from "./engines-here.ts";
import { chosenParts, type Part } from "./parts.ts";
import { type PartResult, readOutcomes, summary } from "./summary.ts";

const parts = chosenParts(process.argv.slice(2));
const seed = Number(process.env.ENISHI_SEED ?? Date.now() % 2 ** 31);
const folder = temporaryFolder();
let isStopped = false;
// Ctrl-C reaches the part as well; what is known by then is told.
process.on("SIGINT", () => {
  isStopped = true;
});

process.stdout.write(`Seed: ENISHI_SEED=${seed}.\n`);
const engines = await enginesHere();
const results: PartResult[] = [];
for (const part of parts) {
  if (isStopped) break;
  results.push(await run(part));
}
const left = parts.slice(results.length);
process.stdout.write(`\n${summary(results, { seed, engines, left })}\n`);
process.exitCode =
  !left.length && results.every(({ isGreen }) => isGreen) ? 0 : 1;

async function run(part: Part): Promise<PartResult> {
  const report = join(folder, `${part.name}.json`);
  const before = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...["node_modules/vitest/vitest.mjs", "run"],
      ...["--project", part.project, ...part.files],
      ...["--reporter=default", "--reporter=json"],
      `--outputFile.json=${report}`,
    ],
    { stdio: "inherit", env: { ...process.env, ENISHI_SEED: String(seed) } },
  );
  const [status] = await once(child, "exit");
  return {
    part,
    outcomes: existsSync(report)
      ? readOutcomes(readFileSync(report, "utf8"))
      : [],
    isGreen: status === 0,
    seconds: (performance.now() - before) / 1000,
  };
}
