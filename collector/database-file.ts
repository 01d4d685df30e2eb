import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { SetupProblem } from "./kept-secrets.ts";
import { makeFolder } from "./make-folder.ts";
import { isNewerSchema } from "./storage/newer-schema.ts";

/** With which every SQLite database begins. */
const signature = "SQLite format 3\0";

/**
 * Makes sure that a database can be kept at this path, and makes its folder and an empty file where there is none.
 * Throws `SetupProblem` before anything else has looked there, so that it is the path that is blamed.
 */
export function prepareDatabaseFile(path: string): void {
  try {
    makeFolder(dirname(path));
    if (existsSync(path) && statSync(path).isDirectory())
      throw databaseProblem(path, "it is a directory");
    // Nobody else on the machine may read it.
    closeSync(openSync(path, "a", 0o600));
    if (!isDatabase(path))
      throw databaseProblem(path, "that file is no SQLite database");
  } catch (error) {
    if (error instanceof SetupProblem) throw error;
    const { code, syscall } = error as NodeJS.ErrnoException;
    throw databaseProblem(path, `${syscall} says ${code}`);
  }
}

/** What SQLite itself says of a file that looked like one. */
export function openingProblem(path: string) {
  return (error: Error & { code?: unknown }): never => {
    const { code } = error;
    if (isNewerSchema(error))
      throw new SetupProblem(
        `ENISHI_DATABASE: ${JSON.stringify(path)}: ${error.message}.`,
      );
    if (typeof code !== "string" || !code.startsWith("SQLITE_")) throw error;
    throw databaseProblem(path, `SQLite says ${code}: ${error.message}`);
  };
}

function databaseProblem(path: string, because: string): SetupProblem {
  return new SetupProblem(
    `ENISHI_DATABASE: expected a SQLite file that this user may write to, or a path where one can be made, and got ${JSON.stringify(path)}: ${because}. Name a file in a folder that this user may write to, or restore it from your backup.`,
  );
}

/** An empty file is to become one. */
function isDatabase(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(signature.length);
    const length = readSync(file, start, 0, start.length, 0);
    return length === 0 || start.toString("latin1") === signature;
  } finally {
    closeSync(file);
  }
}
