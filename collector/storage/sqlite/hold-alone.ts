import { closeSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Kept, since a connection that nobody keeps is closed, and its lock with it. */
const held: Sqlite.Database[] = [];

/**
 * Takes a database for this process alone, until it ends, however it ends: the lock is the system's, on an empty file
 * beside the database. Answers whether it could.
 */
export function holdAlone(path: string): boolean {
  const beside = `${path}.lock`;
  closeSync(openSync(beside, "a", 0o600));
  const lock = new Sqlite(beside, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    held.push(lock);
    return true;
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code === "SQLITE_BUSY") return false;
    throw error;
  }
}
