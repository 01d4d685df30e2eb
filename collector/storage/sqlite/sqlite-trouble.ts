import Sqlite from "better-sqlite3";
import { comeAgain } from "../../domain/come-again.ts";
import type { DomainError } from "../../domain/domain-error.ts";

/** The disk is full, fails, is read-only, or somebody else holds the file: nothing is wrong with what was asked. */
export function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError &&
    /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN|NOMEM|PROTOCOL)/.test(
      error.code,
    )
  );
}

/** Some page of the file is not what it was. */
function isDamage(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError &&
    /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
  );
}

/** What its caller hears of a write that failed; of what is wrong with the file and not with the call, to come again. */
export function heardOfWrite(error: unknown): unknown {
  if (isOfTheDisk(error)) return cannotWrite(error);
  return isDamage(error) ? cannotRead(error) : error;
}

export function heardOfRead(error: unknown): unknown {
  return isOfTheDisk(error) || isDamage(error) ? cannotRead(error) : error;
}

function cannotRead(cause: unknown): DomainError {
  return comeAgain("A part of the database cannot be read just now.", cause);
}

function cannotWrite(cause: unknown): DomainError {
  return comeAgain("The database cannot be written to just now.", cause);
}
