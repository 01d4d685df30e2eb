import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
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

export function readRecord(): Result[] {
  if (!existsSync(recordPath)) return [];
  return (JSON.parse(readFileSync(recordPath, "utf8")) as { results: Result[] })
    .results;
}

export function writeRecord(results: Result[]): void {
  writeFileSync(recordPath, recordText(results));
}

/** The record as the linter wants it: short lists are on one line, which `JSON.stringify` does not do. */
export function recordText(results: Result[]): string {
  const biome = createRequire(import.meta.url).resolve(
    "@biomejs/biome/bin/biome",
  );
  return execFileSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=${recordPath}`],
    { input: JSON.stringify({ results }, null, 2), encoding: "utf8" },
  );
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
