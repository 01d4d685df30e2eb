import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import type { Engine } from "./engines.ts";
import type { Measurement } from "./measure.ts";

/** One measure on one engine, with all that has to be known to measure it again. */
export interface Result extends Measurement {
  measure: string;
  engine: Engine["name"];
  engineIs: string;
  /** The day, in UTC. */
  on: string;
  version: string;
  machine: string;
  /** Tasks that wanted a core of this machine before it began, over a minute. */
  loadBefore: number;
  seconds: number;
}

export const recordPath = "docs/performance.json";

export function readRecord(path = recordPath): Result[] {
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, "utf8")) as { results: Result[] })
    .results;
}

export function writeRecord(results: Result[], path = recordPath): void {
  writeFileSync(path, `${JSON.stringify({ results }, null, 2)}\n`);
}

/** The new in the place of the old: of each measure on each engine the latest is kept. */
export function merged(old: Result[], latest: Result[]): Result[] {
  const keyOf = ({ measure, engine }: Result) => `${measure} ${engine}`;
  const isNew = new Set(latest.map(keyOf));
  return [...old.filter((one) => !isNew.has(keyOf(one))), ...latest];
}

export function machine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpu?.model.trim() ?? "unknown"}), ${gigabytes} GB, ${process.platform}, Node ${process.version}`;
}

/** The package's version and the commit, with a mark where something is not committed. */
export function version(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
    version: string;
  };
  try {
    const commit = git("rev-parse", "--short", "HEAD");
    const isChanged = git(
      "status",
      "--porcelain",
      "--",
      "collector",
      "sdk",
      "bench",
    );
    return `${version} (${commit}${isChanged ? ", changed" : ""})`;
  } catch {
    return version;
  }
}

function git(...words: string[]): string {
  return execFileSync("git", words, { encoding: "utf8" }).trim();
}
