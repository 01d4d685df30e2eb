import Sqlite from "better-sqlite3";
import { DomainError } from "../../domain/domain-error.ts";

/** The disk is full, fails, is read-only, or somebody else holds the file: nothing is wrong with what was asked. */
export function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError &&
    /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN|NOMEM|PROTOCOL)/.test(
      error.code,
    )
  );
}

/** For the caller, who may try again: nothing of what was asked for is stored. */
export function cannotWrite(cause: unknown): DomainError {
  const refusal = new DomainError(
    "overloaded",
    "The database cannot be written to just now. Send this again in a few seconds; its id makes that harmless.",
  );
  refusal.cause = cause;
  return refusal;
}
