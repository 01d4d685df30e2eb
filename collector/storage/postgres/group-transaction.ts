import pg, { type QueryResult } from "pg";
import { HalfDone } from "../half-done.ts";
import type { Database } from "../storage.ts";
import type { Connection } from "./open-connection.ts";
import { troubleOf } from "./postgres-trouble.ts";
import { endStreak, isContinued, likelyStreak, streakOf } from "./streak.ts";

/** Any number that nobody else locks in this database. */
export const writersLock = 3_861_017_441;

/**
 * How many groups there were when the server last plans anew on a connection. What it has planned for a table of few rows
 * reads all of it, or all of a site's, when it is full; and its own sign to do better comes with autovacuum, a minute later.
 */
const lastReplan = 65_536;
const groups = new WeakMap<Connection, number>();
/** Resolves when what came of a connection's last commit is known. */
const endings = new WeakMap<Connection, Promise<unknown>>();

/** The connection was lost in a commit: whether the group is stored, nobody knows. */
export class UnknownEnd extends Error {}

/** A group was run as the next of a streak, and was not: somebody else has decided something, or the group before was not stored. */
export class Overtaken extends Error {}

/** Where a group runs. */
export interface Place {
  connection: Connection;
  db: Database;
  /** Told when the commit is on its way. */
  onEnding?: (() => void) | undefined;
}

/**
 * Runs a group in a transaction of its own, and resolves when that is on the disk. `run` is told the streak that the group
 * is of, which only the server's answer to the beginning can say. With `mayGuess` that answer is not waited for: the group
 * goes by the likely streak, and where that was wrong throws `Overtaken`, having stored nothing.
 *
 * @param decides whether the group first waits for all other writers, and is counted as a decision
 */
export async function inTransaction<Value>(
  { connection, onEnding }: Place,
  { decides, mayGuess }: { decides: boolean; mayGuess: boolean },
  run: (streak?: object) => Promise<Value>,
): Promise<Value> {
  await connection.hold();
  const likely = mayGuess ? likelyStreak(connection) : undefined;
  const begun = begin(connection, decides);
  // Where the transaction did not begin, nothing may be sent any more: it would be stored statement by statement.
  begun.catch(() => likely && connection.drop());
  let value: Value;
  try {
    // What only adds rows need not wait either: should they be stored for all that, they are known when they come again.
    const mustKnow = decides && !likely;
    value = await run(mustKnow ? await streakBegun(connection, begun) : likely);
    const { rows } = await begun;
    if (likely) {
      await endings.get(connection);
      if (!isContinued(connection, likely, rows[0].made)) throw new Overtaken();
    }
  } catch (error) {
    endStreak(connection);
    const first = await begun.then(
      () => error,
      (reason) => reason,
    );
    await connection.run("rollback").catch(() => connection.drop());
    connection.letGo();
    throw first;
  }
  const stored = ending(connection);
  endings.set(
    connection,
    stored.catch(() => endStreak(connection)),
  );
  // The next transaction may follow at once: the server does one after the other.
  connection.letGo();
  onEnding?.();
  await stored;
  return value;
}

async function streakBegun(
  connection: Connection,
  begun: Promise<QueryResult>,
): Promise<object> {
  const { rows } = await begun;
  // The server has answered the commit before this already: here its outcome is noted.
  await endings.get(connection);
  return streakOf(connection, rows[0].made);
}

function begin(connection: Connection, decides: boolean): Promise<QueryResult> {
  const count = (groups.get(connection) ?? 0) + 1;
  groups.set(connection, count);
  return connection.run(
    [
      ...(isDoubled(count) && count <= lastReplan ? ["discard plans"] : []),
      "begin",
      ...(decides
        ? [
            `select pg_advisory_xact_lock(${writersLock})`,
            "update decisions set made = made + 1 returning made",
          ]
        : []),
    ].join("; "),
  );
}

/** At 8, 16, 32 and so on: by then the tables may hold twice as much. */
function isDoubled(count: number): boolean {
  return count >= 8 && Number.isInteger(Math.log2(count));
}

/** The last rows and the commit go together: where a row was wrong, the commit takes everything back. */
async function ending(connection: Connection): Promise<void> {
  const added = connection.allAdded();
  const ended = commit(connection);
  ended.catch(() => {});
  await added.catch(async (error) => {
    await ended.catch(() => {});
    if (!(error instanceof pg.DatabaseError)) throw unknownEnd(error);
    throw troubleOf(error) === null ? new HalfDone() : error;
  });
  await ended;
}

async function commit(connection: Connection): Promise<void> {
  const { command } = await connection.run("commit").catch((error) => {
    throw troubleOf(error) === "lost" ? unknownEnd(error) : error;
  });
  // Where a statement has failed and nobody has said so, the server takes everything back instead.
  if (command !== "COMMIT")
    throw new Error(`Expected the group to be committed, and got ${command}.`);
}

function unknownEnd(cause: unknown): UnknownEnd {
  return new UnknownEnd("The connection was lost in a commit.", { cause });
}
