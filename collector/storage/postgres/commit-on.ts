import { HalfDone } from "../half-done.ts";
import type { GroupWork } from "../storage.ts";
import {
  inTransaction,
  Overtaken,
  type Place,
  UnknownEnd,
} from "./group-transaction.ts";
import { outOfReach, troubleOf } from "./postgres-trouble.ts";
import { runBoldly, runCarefully } from "./run-works.ts";

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
    if (error instanceof UnknownEnd) throw outOfReach(error.cause);
    if (troubleOf(error) === null) throw error;
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

function onlyOnce(tell: () => void = () => {}): () => void {
  let isTold = false;
  return () => {
    if (!isTold) tell();
    isTold = true;
  };
}

/** As if nothing would fail, and by the likely streak; once more without guessing, or with care, where that went wrong. */
async function attempt<Output>(
  place: Place,
  group: GroupWork<Output>[],
): Promise<PromiseSettledResult<Output>[]> {
  const decides = group.some(({ needsSavepoint }) => needsSavepoint);
  const within = (
    run: typeof runBoldly,
    mayGuess = false,
  ): Promise<PromiseSettledResult<Output>[]> =>
    inTransaction(place, { decides, mayGuess }, (streak) =>
      run(
        place,
        group.map((work) => ({
          ...work,
          run: (db, beside) => work.run(db, beside, streak),
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

/** Whether each work asks something before it writes, and so writes nothing before the transaction has begun; rows that are only added may be stored at any time. */
function readsFirst(group: GroupWork<unknown>[]): boolean {
  return group.every(
    ({ runsBeside, needsSavepoint }) => runsBeside || !needsSavepoint,
  );
}
