import { table } from "../../bench/table.ts";
import type { Part } from "./parts.ts";

/** One test, as it came out. */
export interface Outcome {
  name: string;
  status: "passed" | "failed" | "skipped";
}

export interface PartResult {
  part: Part;
  /** Empty where the part ended before any test did. */
  outcomes: Outcome[];
  isGreen: boolean;
  seconds: number;
}

/** Reads what Vitest's `json` reporter has written. A file whose tests never began is one that failed. */
export function readOutcomes(json: string): Outcome[] {
  const { testResults } = JSON.parse(json) as {
    testResults: {
      name: string;
      status: string;
      assertionResults: { fullName: string; status: string }[];
    }[];
  };
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const outcomes = assertionResults.map(
      (one): Outcome => ({
        name: one.fullName,
        status:
          one.status === "passed" || one.status === "failed"
            ? one.status
            : "skipped",
      }),
    );
    const isTold = outcomes.some((one) => one.status === "failed");
    if (status === "failed" && !isTold)
      outcomes.push({ name, status: "failed" });
    return outcomes;
  });
}

/** What a long run ends with: what each part came to and how long it took, what failed, and how to have it again. */
export function summary(
  results: PartResult[],
  {
    seed,
    engines,
    left = [],
  }: { seed: number; engines: string[]; left?: Part[] },
): string {
  const rows = results.map(({ part, outcomes, isGreen, seconds }) => [
    part.name,
    part.what,
    ...(["passed", "failed", "skipped"] as const).map((status) =>
      counted(outcomes, status),
    ),
    inMinutes(seconds),
    isGreen ? "" : "FAILED",
  ]);
  const failed = results.filter(({ isGreen }) => !isGreen);
  const all = results.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    table(["part", "", "passed", "failed", "skipped", "time", ""], rows),
    `${inMinutes(all)} in all. Seed ${seed}, which repeats everything but the moments of the kills.`,
    ...engines,
    ...(left.length
      ? [`Stopped before ${left.map(({ name }) => name).join(", ")}.`]
      : []),
    ...failed.flatMap(({ part, outcomes }) => [
      ...failures(outcomes).map((name) => `Failed in ${part.name}: ${name}`),
      `Again: ENISHI_SEED=${seed} npm run torture -- ${part.name}`,
    ]),
  ].join("\n");
}

function counted(outcomes: Outcome[], of: Outcome["status"]): number {
  return outcomes.filter(({ status }) => status === of).length;
}

function failures(outcomes: Outcome[]): string[] {
  const failed = outcomes.filter(({ status }) => status === "failed");
  return failed.length
    ? failed.map(({ name }) => name)
    : ["no test of it came to an end"];
}

function inMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
