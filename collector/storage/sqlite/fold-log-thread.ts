/**
 * A thread that folds the write-ahead log back into the database while the writer goes on: of the two syncs that it takes
 * no commit waits. What is written meanwhile stays in the log; so the log begins anew once the writer rests, or at the
 * writer's own bound.
 */
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

/** Pages that are worth the syncs. */
const enoughPages = 2_000;
const lookEveryMs = 200;

const connection = new Sqlite(workerData as string, { fileMustExist: true });
connection.pragma("synchronous = FULL");

const looking = setInterval(() => {
  try {
    const [now] = connection.pragma("wal_checkpoint(NOOP)") as {
      log: number;
      checkpointed: number;
    }[];
    if (now && now.log - now.checkpointed >= enoughPages)
      connection.pragma("wal_checkpoint(PASSIVE)");
  } catch {
    // A disk that fails is told of by the writer, and what could not be folded stays in the log.
  }
}, lookEveryMs);

parentPort?.once("message", () => {
  clearInterval(looking);
  connection.close();
});
