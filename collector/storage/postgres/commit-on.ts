import pg, { type QueryResult } from "pg";
import { HalfDone } from "../half-done.ts";
import type { Database, GroupWork } from "../storage.ts";
import { endRow, goesOn, likelySign, signOf } from "./in-a-row.ts";
import type { Connection } from "./open-connection.ts";
import { outOfReach, troubleOf } from "./postgres-trouble.ts";
import { runBoldly, runCarefully } from "./transaction.ts";

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

/** The server may have stored the group, or not: it did not live to say so. */
class UnknownEnd extends Error {}

/** Somebody else has decided something, or the group before was not stored, while a group was taken to follow it. */
class Overtaken extends Error {}

/**
 * Commits a group. Whatever reads before it writes waits here for the other collectors of this database, so that
 * limits, budgets, stocks and first touches are decided one after the other; rows that are only added need no waiting.
 */
export async function commitOn<Output>(
  place: Place,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const once = { ...place, onEnding: onlyOnce(place.onEnding) };
  try {
    return await attempt(once, group);
  } catch (error) {
    if (troubleOf(error) === null || error instanceof UnknownEnd)
      throw error instanceof UnknownEnd ? outOfReach(error.cause) : error;
  }
  // Nothing of it is stored. A second time is enough for a restart of the server, a deadlock, or a migration.
  try {
    return await attempt(once, group);
  } catch (error) {
    if (troubleOf(error) === null && !(error instanceof UnknownEnd))
      throw error;
    throw outOfReach(error);
  }
}

interface Place {
  connection: Connection;
  db: Database;
  /** Told when the commit is on its way. */
  onEnding?: (() => void) | undefined;
}

function onlyOnce(tell: () => void = () => {}): () => void {
  let isTold = false;
  return () => {
    if (!isTold) tell();
    isTold = true;
  };
}

async function attempt<Output>(
  place: Place,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const decides = group.some(({ needsSavepoint }) => needsSavepoint);
  const within = (
    run: typeof runBoldly,
    mayGuess = false,
  ): Promise<PromiseSettledResult<Output>[]> =>
    inTransaction(place, { decides, mayGuess }, (row) =>
      run(
        place,
        group.map((work) => ({
          ...work,
          run: (db, beside) => work.run(db, beside, row),
        })),
      ),
    );
  try {
    return await within(runBoldly, decides && readsFirst(group)).catch(
      (error) => {
        if (!(error instanceof Overtaken)) throw error;
        return within(runBoldly);
      },
    );
  } catch (error) {
    if (!(error instanceof HalfDone)) throw error;
    return within(runCarefully);
  }
}

/** None of it writes on what it has not asked for in the same transaction, but for rows that may be stored at any time. */
function readsFirst(group: GroupWork<unknown>[]): boolean {
  return group.every(
    ({ runsBeside, needsSavepoint }) => runsBeside || !needsSavepoint,
  );
}

async function inTransaction<Value>(
  { connection, onEnding }: Place,
  { decides, mayGuess }: { decides: boolean; mayGuess: boolean },
  run: (row?: object) => Promise<Value>,
): Promise<Value> {
  await connection.hold();
  const guess = mayGuess ? likelySign(connection) : undefined;
  const begun = begin(connection, decides);
  // Nothing is written outside of it.
  begun.catch(() => guess && connection.drop());
  let value: Value;
  try {
    // Rows that are only added may follow at once: should they be stored for all that, they are known when they come again.
    const sure = decides && !guess;
    value = await run(sure ? await rowOf(connection, begun) : guess);
    const { rows } = await begun;
    if (guess) {
      await endings.get(connection);
      if (!goesOn(connection, guess, rows[0].made)) throw new Overtaken();
    }
  } catch (error) {
    endRow(connection);
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
    stored.catch(() => endRow(connection)),
  );
  // The next transaction may follow at once: the server does one after the other.
  connection.letGo();
  onEnding?.();
  await stored;
  return value;
}

async function rowOf(
  connection: Connection,
  begun: Promise<QueryResult>,
): Promise<object> {
  const { rows } = await begun;
  // Which the server has answered before.
  await endings.get(connection);
  return signOf(connection, rows[0].made);
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

async function commit(connection: Connection): Promise<void> {
  const { command } = await connection.run("commit").catch((error) => {
    throw troubleOf(error) === "lost" ? unknownEnd(error) : error;
  });
  // So it ends where a statement has failed and nobody has said so.
  if (command !== "COMMIT")
    throw new Error(`Expected the group to be committed, and got ${command}.`);
}

function unknownEnd(cause: unknown): UnknownEnd {
  return new UnknownEnd("The connection was lost in a commit.", { cause });
}
