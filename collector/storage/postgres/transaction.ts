import pg from "pg";
import { HalfDone } from "../half-done.ts";
import type { Database, GroupWork } from "../storage.ts";
import type { Connection } from "./open-connection.ts";
import { troubleOf } from "./postgres-trouble.ts";

interface Running {
  connection: Connection;
  db: Database;
}

/**
 * Runs works without savepoints, as if none would fail: hardly any does. Who fails before it has written has changed
 * nothing; who fails later fails the whole transaction with `HalfDone`, and everything is to be done with care.
 */
export async function runBoldly<Output>(
  { connection, db }: Running,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const results = await inOrder(db, group, async (work) => {
    const before = connection.written();
    try {
      return { status: "fulfilled", value: await work.run(db) };
    } catch (reason) {
      if (troubleOf(reason) !== null) throw reason;
      const hasWritten = connection.written() !== before;
      if (hasWritten || reason instanceof pg.DatabaseError)
        throw new HalfDone();
      return { status: "rejected", reason };
    }
  });
  await connection.allSaid().catch((error) => {
    throw troubleOf(error) === null ? new HalfDone() : error;
  });
  return results;
}

/** Runs works so that each keeps all its writes or none, and none costs the others anything. */
export async function runCarefully<Output>(
  { connection, db }: Running,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  return inOrder(db, group, async (work) => {
    await connection.run("savepoint work");
    const result = await settled(work);
    await connection.run("release savepoint work");
    return result;
  });

  async function settled(
    work: GroupWork<Output>,
  ): Promise<PromiseSettledResult<Output>> {
    try {
      const value = await work.run(db);
      await connection.allSaid();
      return { status: "fulfilled", value };
    } catch (reason) {
      if (troubleOf(reason) !== null) throw reason;
      const first = await connection.allSaid().then(
        () => reason,
        (error) => error,
      );
      await connection.run("rollback to savepoint work");
      return { status: "rejected", reason: first };
    }
  }
}

/** Runs works one after another: what only adds rows together, everything else by itself. */
async function inOrder<Output>(
  db: Database,
  group: GroupWork<Output>[],
  byItself: (work: GroupWork<Output>) => Promise<PromiseSettledResult<Output>>,
): Promise<PromiseSettledResult<Output>[]> {
  const results: PromiseSettledResult<Output>[] = [];
  while (results.length < group.length) {
    const rest = group.slice(results.length);
    const [work] = rest;
    if (work?.needsSavepoint) results.push(await byItself(work));
    else results.push(...(await runTogether(db, rest)));
  }
  return results;
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
