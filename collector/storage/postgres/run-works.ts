import pg from "pg";
import { RunsAlone, runBeside } from "../beside.ts";
import { HalfDone } from "../half-done.ts";
import type { Database, GroupWork } from "../storage.ts";
import type { Connection } from "./open-connection.ts";
import { troubleOf } from "./postgres-trouble.ts";

interface Running {
  connection: Connection;
  db: Database;
}

/**
 * Runs works without savepoints, as if none would fail: hardly any does. A work that fails before it has written anything
 * has changed nothing, and it alone is rejected. One that fails later fails all of them with `HalfDone`: they are to be run
 * anew by `runCarefully`. Rows may still be on their way to the server when this ends.
 */
export async function runBoldly<Output>(
  { connection, db }: Running,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const alone: Run<Output> = async (work) => {
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
  };
  return inOrder(db, group, alone, async (works) => {
    const first = await runBeside(
      works.map((work) => (beside) => work.run(db, beside)),
    );
    const results: PromiseSettledResult<Output>[] = [];
    for (const [index, result] of first.entries()) {
      const work = works[index];
      if (result.status === "fulfilled" || !work) results.push(result);
      else if (result.reason instanceof RunsAlone)
        results.push(await alone(work));
      // Whether this one had written anything before is not known.
      else if (troubleOf(result.reason) === null) throw new HalfDone();
      else throw result.reason;
    }
    return results;
  });
}

/** Runs works in a savepoint each: one that fails loses its own writes, and no other's. */
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
      await connection.allAdded();
      return { status: "fulfilled", value };
    } catch (reason) {
      if (troubleOf(reason) !== null) throw reason;
      const first = await connection.allAdded().then(
        () => reason,
        (error) => error,
      );
      if (troubleOf(first) !== null) throw first;
      await connection.run("rollback to savepoint work");
      return { status: "rejected", reason: first };
    }
  }
}

type Run<Output> = (
  work: GroupWork<Output>,
) => Promise<PromiseSettledResult<Output>>;

/** Runs works one after another: what only adds rows together, everything else by itself, unless it runs beside others. */
async function inOrder<Output>(
  db: Database,
  group: GroupWork<Output>[],
  byItself: Run<Output>,
  besideOthers?: (
    works: GroupWork<Output>[],
  ) => Promise<PromiseSettledResult<Output>[]>,
): Promise<PromiseSettledResult<Output>[]> {
  const results: PromiseSettledResult<Output>[] = [];
  while (results.length < group.length) {
    const rest = group.slice(results.length);
    const [work] = rest;
    if (besideOthers && work?.runsBeside)
      results.push(
        ...(await besideOthers(upTo(rest, ({ runsBeside }) => !runsBeside))),
      );
    else if (work?.needsSavepoint) results.push(await byItself(work));
    else results.push(...(await runTogether(db, rest)));
  }
  return results;
}

/** Works that add rows have nothing to do with one another: they share their trips, up to the next that decides something. */
async function runTogether<Output>(
  db: Database,
  rest: GroupWork<Output>[],
): Promise<PromiseFulfilledResult<Output>[]> {
  const together = upTo(rest, ({ needsSavepoint }) => needsSavepoint);
  // All of them are waited for, also where one fails: the others would go on writing behind the rollback.
  const settled = await Promise.allSettled(together.map(({ run }) => run(db)));
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result;
  });
}

function upTo<Item>(items: Item[], isEnd: (item: Item) => boolean): Item[] {
  const end = items.findIndex(isEnd);
  return end < 0 ? items : items.slice(0, end);
}
