import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";

/** What a copy is called until it is one. */
const unfinishedEnd = ".unfinished";

/** Longer than a copy is left alone by the process that makes it. */
const abandonedMs = 60 * 60_000;

/**
 * Copies a database while a collector writes to it. The copy is one instant's, checked, and complete by itself:
 * it has its name only once it is. Throws where something has that name already. What a copy that was killed has left in
 * the same folder is taken away by the next.
 */
export async function backUp(path: string, copy: string): Promise<void> {
  if (existsSync(copy))
    throw new Error(`Expected a name that is free, and ${copy} exists.`);
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  const unfinished = `${copy}${unfinishedEnd}`;
  try {
    removeAbandoned(dirname(copy));
    rmSync(unfinished, { force: true });
    // Nobody else on the machine may read it.
    closeSync(openSync(unfinished, "w", 0o600));
    // A read that holds this instant: without it the copy begins anew with each write of another process.
    source.exec("begin; select count(*) from sqlite_master");
    await source.backup(unfinished);
    check(unfinished);
    renameSync(unfinished, copy);
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
}

/** Only what is a database to which nobody has written for long: another copy may be under way. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOld = () => Date.now() - statSync(path).mtimeMs > abandonedMs;
    if (!name.endsWith(unfinishedEnd) || !isOld() || !isDatabase(path))
      continue;
    for (const end of ["", "-journal", "-wal", "-shm"])
      rmSync(`${path}${end}`, { force: true });
  }
}

/** An empty file is one that was never begun. */
function isDatabase(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, "r");
  const length = readSync(file, start, 0, start.length, 0);
  closeSync(file);
  return length === 0 || start.toString("latin1") === "SQLite format 3\0";
}

/** Leaves the copy without a log beside it, so that the one file is all there is. */
function check(path: string): void {
  const copy = new Sqlite(path);
  try {
    copy.pragma("journal_mode = DELETE");
    const found = copy.pragma("quick_check", { simple: true });
    if (found !== "ok")
      throw new Error(`Expected the copy to be sound, and got: ${found}`);
  } finally {
    copy.close();
  }
}
