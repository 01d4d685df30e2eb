import { Worker } from "node:worker_threads";
import type { ActionOutput, Actions } from "../actions/actions.ts";
import { errorOf, type Outcome, overloaded } from "../actions/outcome.ts";
import { type Command, siteOf, weightOf } from "./commands.ts";
import { fairQueue } from "./fair-queue.ts";
import type { Writer } from "./writer.ts";
import type { WriterSettings } from "./writer-thread.ts";

/** Commands that may wait, 10,000 of them of one site alone; beyond it the caller is told to come back. */
const maxWaiting = 20_000;
/** What would wait longer is refused while that is news: its caller tries again by itself. */
const maxWaitMs = 1_000;
/** Commands in one group, so that no commit keeps the first of them waiting too long. */
const maxGroup = 1_000;

/** A group that was tried. */
export interface Commit {
  commands: number;
  seconds: number;
  /** False where the database would not take it. */
  isStored: boolean;
}

interface Waiting {
  command: Command;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts the writer in a thread of its own, so that a slow disk never stops the event loop.
 * One group is under way at a time; what arrives meanwhile is the next.
 * Should the thread die, everything that waits is rejected and `onDeath` is told: it does not come back.
 */
export async function startWriter(
  entry: URL,
  settings: WriterSettings,
  onDeath: (error: Error) => void,
  onCommit: (commit: Commit) => void = () => {},
): Promise<Writer> {
  const worker = new Worker(entry, { workerData: settings });
  const waiting = fairQueue<Waiting>({
    waiting: maxWaiting,
    group: maxGroup,
    waitMs: maxWaitMs,
  });
  let group: Waiting[] = [];
  let sentAt = 0;
  let dead: Error | null = null;
  let drained: (() => void) | null = null;

  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });

  const sendNext = () => {
    if (group.length) return;
    if (!waiting.length) {
      drained?.();
      return;
    }
    group = waiting.take();
    sentAt = performance.now();
    worker.postMessage(group.map(({ command }) => command));
  };
  const die = (error: Error) => {
    dead = error;
    onDeath(error);
    while (group.length) {
      for (const one of group) one.reject(error);
      group = waiting.take();
    }
    drained?.();
  };
  worker.on("message", (outcomes: Outcome[]) => {
    const answered = group;
    const seconds = (performance.now() - sentAt) / 1_000;
    onCommit({
      commands: answered.length,
      seconds,
      isStored: !outcomes.every(isRefusedByDatabase),
    });
    group = [];
    sendNext();
    answered.forEach((one, index) => {
      settle(one, outcomes[index]);
    });
  });
  worker.on("error", die);
  worker.on("exit", (code) => {
    if (code !== 0) die(new Error(`The writer's thread ended with ${code}.`));
  });

  return {
    run<Name extends keyof Actions>(name: Name, input: unknown) {
      return new Promise<ActionOutput<Name>>((resolve, reject) => {
        if (dead) return reject(dead);
        const command: Command = { name, input };
        const isTaken = waiting.add(
          { command, resolve: resolve as (value: unknown) => void, reject },
          { site: siteOf(command), weight: weightOf(command) },
        );
        if (!isTaken) return reject(overloaded());
        // A turn's requests go together: the first of them does not leave alone.
        if (waiting.length === 1 && !group.length) setImmediate(sendNext);
      });
    },
    depth: () => waiting.length + group.length,
    async close() {
      if (!dead && (waiting.length || group.length))
        await new Promise<void>((resolve) => {
          drained = resolve;
        });
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      worker.postMessage(null);
      if (!dead) await ended;
    },
  };
}

function isRefusedByDatabase(outcome: Outcome): boolean {
  return !outcome.ok && outcome.domain?.code === "overloaded";
}

function settle(one: Waiting, outcome: Outcome | undefined): void {
  if (!outcome) one.reject(new Error("The writer did not answer a command."));
  else if (outcome.ok) one.resolve(outcome.value);
  else one.reject(errorOf(outcome));
}
