import {
  closeSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Sqlite from "better-sqlite3";

/** Kept, since a connection that nobody keeps is closed, and its lock with it. */
const held: Sqlite.Database[] = [];

/**
 * Takes a database for this process alone, until it ends, however it ends: the lock is the system's, on an empty file
 * beside the database, whatever links lead to it. Answers whether it could.
 */
export function holdAlone(path: string): boolean {
  const beside = lockOf(path);
  closeSync(openSync(beside, "a", 0o600));
  const lock = new Sqlite(beside, { timeout: 0 });
  try {
    // Nothing is written, and so no journal need lie beside it either.
    lock.pragma("journal_mode = memory");
    lock.exec("begin exclusive");
    held.push(lock);
    return true;
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code === "SQLITE_BUSY") return false;
    throw error;
  }
}

/** The file that is locked for a database. */
export function lockOf(path: string): string {
  return `${fileBehind(path)}.lock`;
}

/** The file that a path names in the end; it need not be there yet. */
export function fileBehind(path: string): string {
  const file = join(realpathSync(dirname(path)), basename(path));
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
  if (!isLink) return file;
  return fileBehind(resolve(dirname(file), readlinkSync(file)));
}
