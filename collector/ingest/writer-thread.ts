/** The writer's thread: with open-engine.ts the only file that names a database engine. */
import { setImmediate as oneTurn } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type Outcome, outcomeOf } from "../actions/outcome.ts";
import { isPostgres } from "../storage/is-postgres.ts";
import type { Storage } from "../storage/storage.ts";
import { openVault } from "../storage/vault.ts";
import type { Command } from "./commands.ts";
import { commitCommands } from "./commit-commands.ts";
import { newCode, newId, newSecret } from "./new-names.ts";

export interface WriterSettings {
  /** A file's path, or `postgres://...`. */
  database: string;
  masterKey: Uint8Array;
  publicUrl: string;
}

/** What came of the commands that were sent first, as many as there are outcomes. */
export interface Committed {
  outcomes: Outcome[];
  /** How long the commit took. */
  seconds: number;
}

const port = parentPort;
if (!port)
  throw new Error(
    "This file is the writer's thread; start it with startWriter.",
  );

const { database, masterKey, publicUrl } = workerData as WriterSettings;
const storage = await openStorage(database);
const work = {
  vault: openVault(masterKey),
  publicUrl,
  now: Date.now,
  newId,
  newCode,
  newSecret,
};

/** What has come, and is not in a commit yet. */
let come: Command[] = [];
let isCommitting = false;
let isLast = false;

port.on("message", (commands: Command[] | null) => {
  // The database is closed once, behind all that came before.
  if (isLast) return;
  if (commands) come.push(...commands);
  else isLast = true;
  if (!isCommitting) void commitAll(port);
});

/** Resolves when all that was in a commit so far is answered. */
let answered: Promise<void> = Promise.resolve();

/** One commit after the other, each of all that has come before it. */
async function commitAll(port: MessagePort): Promise<void> {
  isCommitting = true;
  while (come.length) {
    const group = come;
    come = [];
    const ending = Promise.withResolvers<void>();
    answered = answer(port, outcomesOf(group, ending.resolve), answered);
    // A server may be given the next group while it still writes this one to its disk.
    await Promise.race([ending.promise, answered]);
    // In this turn what was sent meanwhile arrives.
    await oneTurn();
  }
  isCommitting = false;
  if (!isLast) return;
  await answered;
  await storage.close();
  port.close();
}

/** In the order in which the groups came, whichever has ended first. */
async function answer(
  port: MessagePort,
  committing: Promise<Outcome[]>,
  before: Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const outcomes = await committing;
  const seconds = (performance.now() - startedAt) / 1_000;
  await before;
  port.postMessage({ outcomes, seconds } satisfies Committed);
}

async function outcomesOf(
  group: Command[],
  onEnding: () => void,
): Promise<Outcome[]> {
  try {
    return await commitCommands(storage, work, group, onEnding);
  } catch (error) {
    // Nothing of the group is stored, and its callers may try again.
    const outcome = outcomeOf({ status: "rejected", reason: error });
    return group.map(() => outcome);
  }
}

port.postMessage("ready");

/** Loads only the engine that is asked for. */
async function openStorage(address: string): Promise<Storage> {
  if (isPostgres(address)) {
    const engine = await import("../storage/postgres/open-postgres.ts");
    return engine.openPostgres(address);
  }
  const engine = await import("../storage/sqlite/open-sqlite.ts");
  return engine.openSqlite(address);
}
