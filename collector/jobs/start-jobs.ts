import type { settleRewards } from "../actions/settle-rewards.ts";
import type { sumOrderHours } from "../actions/sum-order-hours.ts";

/** Runs the actions that jobs need; the collector's writer fits. */
export interface JobRunner {
  run(
    name: "settleRewards",
    input: undefined,
  ): ReturnType<typeof settleRewards>;
  run(
    name: "sumOrderHours",
    input: undefined,
  ): ReturnType<typeof sumOrderHours>;
}

/** What runs by itself, and how often. */
export interface Job {
  name: string;
  everyMs: number;
  /** Answers whether there is more to do at once. */
  run(): Promise<{ more: boolean }>;
}

/** The table of jobs. */
export function jobsOf(writer: JobRunner): Job[] {
  return [
    {
      name: "settle-rewards",
      everyMs: 60_000,
      run: () => writer.run("settleRewards", undefined),
    },
    {
      name: "sum-order-hours",
      everyMs: 60_000,
      run: () => writer.run("sumOrderHours", undefined),
    },
  ];
}

/** Starts every job now and then at its interval; a failure is told to `onError`, and the job runs again. Answers how to stop. */
export function startJobs(
  jobs: Job[],
  onError: (name: string, error: unknown) => void,
): () => void {
  let stopped = false;
  const timers = new Map<string, NodeJS.Timeout>();
  const round = async (job: Job) => {
    let more = false;
    try {
      ({ more } = await job.run());
    } catch (error) {
      onError(job.name, error);
    }
    if (stopped) return;
    const timer = setTimeout(() => void round(job), more ? 0 : job.everyMs);
    timers.set(job.name, timer.unref());
  };
  for (const job of jobs) void round(job);
  return () => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
