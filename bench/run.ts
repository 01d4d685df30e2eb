/** `npm run bench`: what the collector takes, beside servers that do nothing, in the same run. What follows `--` is in docs/performance.md. */
import { loadavg } from "node:os";
import { type Engine, openEngine } from "./engines.ts";
import { fillLargeDatabase, type LargeDatabase } from "./large-database.ts";
import type { Bench, Measure } from "./measure.ts";
import { measures } from "./measures/index.ts";
import { chosen, parseOptions, scaleOf } from "./options.ts";
import { budgetTable, detailTables } from "./performance-tables.ts";
import {
  machine,
  merged,
  type Result,
  readRecord,
  version,
  writeRecord,
} from "./results.ts";
import { startBaseline } from "./servers.ts";
import { usage } from "./usage.ts";
import { writePerformance } from "./write-performance.ts";

const filled = new Map<Engine, Promise<LargeDatabase>>();
const options = parseOptions(process.argv.slice(2));
if (options.help) {
  console.log(usage);
  process.exit();
}
const versionNow = version();
const raw = await startBaseline("raw");
const hono = await startBaseline("hono");
const results: Result[] = [];
for (const name of options.engines) {
  const its = chosen(measures, options, name);
  const engine = its.length ? await orSkip(name) : null;
  if (!engine) continue;
  for (const measure of its) {
    const result = await resultOf(measure, benchOn(engine)).catch(failed);
    if (result) results.push(result);
  }
  await engine.close();
}

console.log(`\n${budgetTable(results)}\n\n${detailTables(results)}`);
if (options.record) {
  const all = merged(readRecord(), results);
  writeRecord(all);
  writePerformance(all);
}
process.exit();

function benchOn(engine: Engine): Bench {
  const scale = scaleOf(options);
  return {
    ...{ engine, scale, raw, hono, only: options.only },
    large: () => largeOn(engine, scale.events),
    say: (text) => console.error(text),
  };
}

async function resultOf(measure: Measure, bench: Bench): Promise<Result> {
  const loadBefore = loadavg()[0] ?? 0;
  console.error(`${bench.engine.what}: ${measure.name}`);
  const before = performance.now();
  return {
    ...(await measure.run(bench)),
    measure: measure.name,
    engine: bench.engine.name,
    engineIs: bench.engine.what,
    on: new Date().toISOString().slice(0, 10),
    version: versionNow,
    machine: machine(),
    loadBefore: Math.round(loadBefore * 10) / 10,
    seconds: Math.round((performance.now() - before) / 1000),
  };
}

/** Filled once for all measures of an engine. */
function largeOn(engine: Engine, events: number): Promise<LargeDatabase> {
  const known = filled.get(engine);
  if (known) return known;
  const filling = fill(engine, events);
  filled.set(engine, filling);
  return filling;
}

async function fill(engine: Engine, events: number): Promise<LargeDatabase> {
  const before = performance.now();
  const database = await fillLargeDatabase(await engine.newDatabase(), events);
  const seconds = Math.round((performance.now() - before) / 1000);
  console.error(
    `  ${events.toLocaleString("en")} events filled in ${seconds} s`,
  );
  return database;
}

/** What one measure ran into says nothing of the others. */
function failed(error: unknown): null {
  console.error(error);
  process.exitCode = 1;
  return null;
}

/** Where there is no PostgreSQL, the rest is measured all the same. */
async function orSkip(name: Engine["name"]): Promise<Engine | null> {
  return openEngine(name).catch((error) => {
    console.error(`Skipped ${name}: ${error.message}`);
    return null;
  });
}
