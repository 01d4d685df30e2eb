import { problemStatus } from "../../sdk/protocol/problem.ts";
import { type Histogram, newHistogram } from "./metrics/histogram.ts";
import { describe } from "./problem.ts";
import type { Refusal } from "./refusal.ts";

/** What this process has done since it started, for `/metrics`. */
export interface Counters {
  events: { accepted: number; duplicate: number; refused: number };
  /** By code. */
  refusedEvents: Map<string, number>;
  /** Followed links whose click could not be stored. */
  lostClicks: number;
  /** Requests that ended in a problem, by its code. */
  problems: Map<string, number>;
  /** By status. */
  answers: Map<number, number>;
  /** By kind of call. */
  durations: Map<string, Histogram>;
  commits: Histogram;
  commands: number;
  /** By job. */
  jobFailures: Map<string, number>;
}

export function newCounters(): Counters {
  return {
    events: { accepted: 0, duplicate: 0, refused: 0 },
    refusedEvents: zeroOfEach(Object.keys(problemStatus)),
    lostClicks: 0,
    problems: zeroOfEach(Object.keys(problemStatus)),
    answers: new Map(),
    durations: new Map(),
    commits: newHistogram(),
    commands: 0,
    jobFailures: new Map(),
  };
}

/** Told from the start: what appears with its first one has not grown, as far as Prometheus can tell. */
function zeroOfEach(names: string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 0]));
}

export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function countAnswer(
  { answers, durations }: Counters,
  {
    status,
    kind,
    startedAt,
  }: { status: number; kind: string; startedAt: number },
): void {
  countOne(answers, status);
  let duration = durations.get(kind);
  if (!duration) {
    duration = newHistogram();
    durations.set(kind, duration);
  }
  duration.observe((performance.now() - startedAt) / 1_000);
}

/** What was answered before it came to anybody who counts. */
export function countRefused(
  { answers, problems }: Counters,
  why: Refusal,
): void {
  const { status, code } = describe(why);
  countOne(answers, status);
  countOne(problems, code);
}
