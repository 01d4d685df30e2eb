/** A thread that reads a database through and says what is wrong with it: `ok`, or SQLite's own words. */
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

const lowest = 19;

// Only Linux lowers the priority of one thread; elsewhere it would be the whole process's.
if (process.platform === "linux") setPriority(lowest);
parentPort?.postMessage(quickCheck(workerData as string));

function quickCheck(path: string): string {
  try {
    const connection = new Sqlite(path, {
      readonly: true,
      fileMustExist: true,
    });
    try {
      return String(connection.pragma("quick_check(5)", { simple: true }));
    } finally {
      connection.close();
    }
  } catch (error) {
    const isDamaged =
      error instanceof Sqlite.SqliteError &&
      /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    if (isDamaged) return error.message;
    throw error;
  }
}
