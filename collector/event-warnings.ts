import type { Log } from "./http/collector.ts";
import type { eventJobs } from "./jobs/event-jobs.ts";

/** What the jobs that look after events say in the log when a clock is wrong. */
export function eventWarnings(
  log: Pick<Log, "warn">,
): Pick<Parameters<typeof eventJobs>[0], "onUnforeseen" | "onClockAhead"> {
  return {
    onUnforeseen: (count) =>
      log.warn(
        { count },
        "Events came in a month for which there was no room, and were moved: look at the clock",
      ),
    onClockAhead: (ms) =>
      log.warn(
        { days: Math.round(ms / 86_400_000) },
        "The clock is so many days ahead of what the database knows: look at it. Until then old rows are deleted, and rewards that wait confirmed, slowly. After a long rest this passes by itself",
      ),
  };
}
