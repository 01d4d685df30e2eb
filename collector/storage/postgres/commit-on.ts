import type { QueryResult } from "pg";
import { HalfDone } from "../half-done.ts";
import type { Database, GroupWork } from "../storage.ts";
import { endRow, signOf } from "./in-a-row.ts";
import type { Connection } from "./open-connection.ts";
import { outOfReach, troubleOf } from "./postgres-trouble.ts";
import { runBoldly, runCarefully } from "./transaction.ts";

/** Any number that nobody else locks in this database. */
export const writersLock = 3_861_017_441;

/**
 * Groups after which the server plans anew: what it has planned for an empty table reads all of it when it is full, and
 * its own sign to do better comes with autovacuum, a minute later.
 */
const replanAfter = [10, 100, 1_000, 10_000];
const groups = new WeakMap<Connection, number>();
/** Resolves when what came of a connection's last commit is known. */
const endings = new WeakMap<Connection, Promise<unknown>>();

/** The server may have stored the group, or not: it did not live to say so. */
class UnknownEnd extends Error {}

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
  ): Promise<PromiseSettledResult<Output>[]> =>
    inTransaction(place, decides, (row) =>
      run(
        place,
        group.map((work) => ({
          ...work,
          run: (db, beside) => work.run(db, beside, row),
        })),
      ),
    );
  try {
    return await within(runBoldly);
  } catch (error) {
    if (!(error instanceof HalfDone)) throw error;
    return within(runCarefully);
  }
}

async function inTransaction<Value>(
  { connection, onEnding }: Place,
  decides: boolean,
  run: (row?: object) => Promise<Value>,
): Promise<Value> {
  await connection.hold();
  let value: Value;
  try {
    const begun = begin(connection, decides);
    begun.catch(() => {});
    // Rows that are only added may follow at once: should they be stored for all that, they are known when they come again.
    value = await run(decides ? await rowOf(connection, begun) : undefined);
    await begun;
  } catch (error) {
    endRow(connection);
    await connection.run("rollback").catch(() => connection.drop());
    connection.letGo();
    throw error;
  }
  const ended = commit(connection);
  endings.set(
    connection,
    ended.catch(() => endRow(connection)),
  );
  // The next transaction may follow at once: the server does one after the other.
  connection.letGo();
  onEnding?.();
  await ended;
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

function begin(connection: Connection, decides: boolean): Promise<QueryResult> {
  const count = (groups.get(connection) ?? 0) + 1;
  groups.set(connection, count);
  return connection.run(
    [
      ...(replanAfter.includes(count) ? ["discard plans"] : []),
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

async function commit(connection: Connection): Promise<void> {
  const { command } = await connection.run("commit").catch((error) => {
    if (troubleOf(error) !== "lost") throw error;
    throw new UnknownEnd("The connection was lost in a commit.", {
      cause: error,
    });
  });
  // So it ends where a statement has failed and nobody has said so.
  if (command !== "COMMIT")
    throw new Error(`Expected the group to be committed, and got ${command}.`);
}
