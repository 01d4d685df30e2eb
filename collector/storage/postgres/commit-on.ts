import type { Database, GroupWork } from "../storage.ts";
import type { Connection } from "./open-connection.ts";
import { outOfReach, troubleOf } from "./postgres-trouble.ts";

/** Any number that nobody else locks in this database. */
export const writersLock = 3_861_017_441;

/** The server may have stored the group, or not: it did not live to say so. */
class UnknownEnd extends Error {}

/**
 * Commits a group. Whatever reads before it writes waits here for the other collectors of this database, so that
 * limits, budgets, stocks and first touches are decided one after the other; rows that are only added need no waiting.
 */
export async function commitOn<Output>(
  connection: Connection,
  db: Database,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  try {
    return await attempt(connection, db, group);
  } catch (error) {
    if (troubleOf(error) === null || error instanceof UnknownEnd)
      throw error instanceof UnknownEnd ? outOfReach(error.cause) : error;
  }
  // Nothing of it is stored. A second time is enough for a restart of the server, a deadlock, or a migration.
  try {
    return await attempt(connection, db, group);
  } catch (error) {
    if (troubleOf(error) === null && !(error instanceof UnknownEnd))
      throw error;
    throw outOfReach(error);
  }
}

async function attempt<Output>(
  connection: Connection,
  db: Database,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const results: PromiseSettledResult<Output>[] = [];
  const decides = group.some(({ needsSavepoint }) => needsSavepoint);
  // What is still to be said goes along with what is said next: every trip costs more than the statement.
  let unsaid = decides
    ? `begin; select pg_advisory_xact_lock(${writersLock}); update decisions set made = made + 1`
    : "begin";
  let hasSavepoint = false;
  await connection.hold();
  try {
    for (const [index, work] of group.entries()) {
      // Already stored, together with those before it.
      if (index < results.length) continue;
      if (work.needsSavepoint) {
        if (hasSavepoint) unsaid = "release savepoint work";
        unsaid = unsaid ? `${unsaid}; savepoint work` : "savepoint work";
        hasSavepoint = true;
      }
      if (unsaid) await connection.run(unsaid);
      unsaid = "";
      if (!work.needsSavepoint) {
        results.push(...(await runTogether(db, group.slice(index))));
        continue;
      }
      try {
        results.push({ status: "fulfilled", value: await work.run(db) });
      } catch (reason) {
        if (troubleOf(reason) !== null) throw reason;
        await connection.run("rollback to savepoint work");
        results.push({ status: "rejected", reason });
      }
    }
    if (unsaid) return results;
    await commit(connection);
    return results;
  } catch (error) {
    await connection.run("rollback").catch(() => connection.drop());
    throw error;
  } finally {
    connection.letGo();
  }
}

/** Works that add rows have nothing to do with one another: they share their trips, up to the next that decides something. */
async function runTogether<Output>(
  db: Database,
  rest: GroupWork<Output>[],
): Promise<PromiseFulfilledResult<Output>[]> {
  const end = rest.findIndex(({ needsSavepoint }) => needsSavepoint);
  const together = end < 0 ? rest : rest.slice(0, end);
  // Each of them has ended before anything is taken back, or it would go on beside the transaction.
  const settled = await Promise.allSettled(together.map(({ run }) => run(db)));
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result;
  });
}

async function commit(connection: Connection): Promise<void> {
  const end = await connection.run("commit").catch((error) => {
    if (troubleOf(error) !== "lost") throw error;
    throw new UnknownEnd("The connection was lost in a commit.", {
      cause: error,
    });
  });
  // So it ends where a statement has failed and nobody has said so.
  if (end !== "COMMIT")
    throw new Error(`Expected the group to be committed, and got ${end}.`);
}
