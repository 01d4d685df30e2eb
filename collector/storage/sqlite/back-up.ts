import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import Sqlite from "better-sqlite3";

/**
 * Copies a database while a collector writes to it. The copy is one instant's, checked, and complete by itself:
 * it has its name only once it is. Throws where something has that name already.
 */
export async function backUp(path: string, copy: string): Promise<void> {
  if (existsSync(copy))
    throw new Error(`Expected a name that is free, and ${copy} exists.`);
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  const unfinished = `${copy}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    // Nobody else on the machine may read it.
    closeSync(openSync(unfinished, "w", 0o600));
    // Of this instant: without a read that holds it, a copy begins anew with each write of another process.
    source.exec("begin; select count(*) from sqlite_master");
    await source.backup(unfinished);
    check(unfinished);
    renameSync(unfinished, copy);
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
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
