import Sqlite from "better-sqlite3";
import { HalfDone } from "../half-done.ts";
import type { Database, GroupWork, Storage } from "../storage.ts";
import { countAdded } from "./count-added.ts";
import { sortEventVisitors } from "./sort-event-visitors.ts";
import { heardOfWrite, isOfTheDisk } from "./sqlite-trouble.ts";

/** Runs a work in the group's transaction, and answers what became of it. Throws where none of the group may be stored. */
type Run = <Output>(
  work: GroupWork<Output>,
) => Promise<PromiseSettledResult<Output>>;

/** Commits groups on the one writing connection. */
export function groupsOn(
  connection: Sqlite.Database,
  db: Database,
): Storage["commitGroup"] {
  const begin = connection.prepare("begin immediate");
  const commit = connection.prepare("commit");
  const decide = connection.prepare("update decisions set made = made + 1");
  const savepoint = connection.prepare("savepoint work");
  const release = connection.prepare("release work");
  const undo = connection.prepare("rollback to work");
  const written = connection.prepare("select total_changes()").pluck();
  const rollups = countAdded(connection, db);
  const sortVisitors = sortEventVisitors(connection);

  /**
   * Without a savepoint, as if nothing would fail: hardly anything does, and behind a savepoint each page is copied before
   * it is written. Who fails before writing anything has changed nothing.
   */
  const boldly: Run = async (work) => {
    const before = work.needsSavepoint && written.get();
    return settled(work, (reason) => {
      if (reason instanceof Sqlite.SqliteError || written.get() !== before)
        throw new HalfDone();
    });
  };

  /** So that each keeps all its writes or none, and none costs the others anything. */
  const carefully: Run = async (work) => {
    if (work.needsSavepoint) savepoint.run();
    const result = await settled(work, () => undo.run());
    if (work.needsSavepoint) release.run();
    return result;
  };

  const settled = async <Output>(
    work: GroupWork<Output>,
    takeBack: (reason: unknown) => void,
  ): Promise<PromiseSettledResult<Output>> => {
    try {
      return { status: "fulfilled", value: await work.run(db) };
    } catch (reason) {
      // A full disk ends the whole transaction by itself, and what has failed on one that fails cannot be trusted:
      // nothing of this group may be answered.
      if (
        !connection.inTransaction ||
        !work.needsSavepoint ||
        isOfTheDisk(reason)
      )
        throw reason;
      takeBack(reason);
      return { status: "rejected", reason: heardOfWrite(reason) };
    }
  };

  async function inTransaction<Output>(group: GroupWork<Output>[], run: Run) {
    const results: PromiseSettledResult<Output>[] = [];
    try {
      begin.run();
      rollups.begin();
      for (const work of group) {
        results.push(await run(work));
        if (work.needsSavepoint) rollups.ended();
      }
      rollups.commit();
      sortVisitors();
      if (group.some(({ needsSavepoint }) => needsSavepoint)) decide.run();
      commit.run();
      return results;
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      throw heardOfWrite(error);
    }
  }

  return async (group) => {
    try {
      return await inTransaction(group, boldly);
    } catch (error) {
      if (!(error instanceof HalfDone)) throw error;
      return inTransaction(group, carefully);
    }
  };
}
