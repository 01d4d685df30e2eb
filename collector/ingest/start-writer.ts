import { Worker } from "node:worker_threads";
import type { ActionOutput, Actions } from "../actions/actions.ts";
import { errorOf, type Outcome, overloaded } from "../actions/outcome.ts";
import { type Command, siteOf, weightOf } from "./commands.ts";
import { fairQueue } from "./fair-queue.ts";
import type { Writer } from "./writer.ts";
import type { Committed, WriterSettings } from "./writer-thread.ts";

/** Commands that may wait, 10,000 of them of one site alone; beyond it the caller is told to come back. */
const maxWaiting = 20_000;
/** Where more than a group of a site waits, and the first of it so long, its further commands are refused: their callers try again by themselves. */
const maxWaitMs = 1_000;
/** Commands under way, so that no commit keeps the first of them waiting too long. */
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
  /** In orders. */
  weight: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Starts the writer in a thread of its own, so that a slow disk never stops the event loop.
 * What arrives is sent on turn by turn: the thread never waits for us between two commits, and each takes all that has come.
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
  /** Sent, in order, and not answered. */
  let underWay: Waiting[] = [];
  /** Weight that may be sent before more is answered. */
  let room = maxGroup;
  let isSending = false;
  let dead: Error | null = null;
  let isClosing = false;
  let drained: (() => void) | null = null;

  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });

  const send = () => {
    isSending = false;
    if (!waiting.length || room <= 0) return;
    const next = waiting.take(room);
    for (const one of next) {
      underWay.push(one);
      room -= one.weight;
    }
    worker.postMessage(next.map(({ command }) => command));
  };
  const die = (error: Error) => {
    dead = error;
    onDeath(error);
    while (underWay.length) {
      for (const one of underWay) one.reject(error);
      underWay = waiting.take();
    }
    drained?.();
  };
  worker.on("message", ({ outcomes, seconds }: Committed) => {
    const answered = underWay.splice(0, outcomes.length);
    for (const { weight } of answered) room += weight;
    onCommit({
      commands: answered.length,
      seconds,
      isStored: !outcomes.every(isRefusedByDatabase),
    });
    send();
    answered.forEach((one, index) => {
      settle(one, outcomes[index]);
    });
    if (!waiting.length && !underWay.length) drained?.();
  });
  worker.on("error", die);
  worker.on("exit", (code) => {
    if (code !== 0) die(new Error(`The writer's thread ended with ${code}.`));
  });

  return {
    run<Name extends keyof Actions>(name: Name, input: unknown) {
      return new Promise<ActionOutput<Name>>((resolve, reject) => {
        if (dead) return reject(dead);
        // The message that ends the thread has to be its last.
        if (isClosing) return reject(overloaded());
        const command: Command = { name, input };
        const weight = weightOf(command);
        const isTaken = waiting.add(
          {
            command,
            weight,
            resolve: resolve as (value: unknown) => void,
            reject,
          },
          { site: siteOf(command), weight },
        );
        if (!isTaken) return reject(overloaded());
        // Sent when this turn of the event loop is over, so that all of its requests go together.
        if (isSending || room <= 0) return;
        isSending = true;
        setImmediate(send);
      });
    },
    depth: () => waiting.length + underWay.length,
    async close() {
      isClosing = true;
      if (!dead && (waiting.length || underWay.length))
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
