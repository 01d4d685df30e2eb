import type { forgetEvents } from "../actions/forget-events.ts";
import type { provideMonths } from "../actions/provide-months.ts";
import type { watchClock } from "../actions/watch-clock.ts";
import type { Job } from "./start-jobs.ts";

/** Runs the actions that look after events; the collector's writer fits. */
export interface EventRunner {
  run(
    name: "forgetEvents",
    input: Parameters<typeof forgetEvents>[1],
  ): ReturnType<typeof forgetEvents>;
  run(name: "watchClock", input: undefined): ReturnType<typeof watchClock>;
  run(
    name: "provideMonths",
    input: undefined,
  ): ReturnType<typeof provideMonths>;
}

const hourMs = 60 * 60_000;
/** A clock that is right is never so far ahead of what is believed, unless the collector has rested for long. */
const doubtedMs = 48 * hourMs;

/** The jobs that look at the clock, make room for events, and take it from old ones where the owner has said how long they are kept. */
export function eventJobs(needs: {
  writer: EventRunner;
  /** 0 for ever. */
  keepDays: number;
  /** Is told how many events came in a month for which there was no room. */
  onUnforeseen(count: number): void;
  /** Is told, once, by how much the clock is ahead of what is believed. */
  onClockAhead(ms: number): void;
}): Job[] {
  const { writer, keepDays, onUnforeseen, onClockAhead } = needs;
  let isTold = false;
  const watch: Job = {
    name: "watch-clock",
    everyMs: hourMs,
    async run() {
      const { aheadMs } = await writer.run("watchClock", undefined);
      if (aheadMs > doubtedMs && !isTold) onClockAhead(aheadMs);
      isTold = aheadMs > doubtedMs;
      return { more: false };
    },
  };
  const provide: Job = {
    name: "provide-months",
    everyMs: hourMs,
    async run() {
      const { moved } = await writer.run("provideMonths", undefined);
      if (moved) onUnforeseen(moved);
      return { more: false };
    },
  };
  const forget: Job = {
    name: "forget-events",
    everyMs: hourMs,
    run: () => writer.run("forgetEvents", { keepDays }),
  };
  return [watch, provide, ...(keepDays === 0 ? [] : [forget])];
}
