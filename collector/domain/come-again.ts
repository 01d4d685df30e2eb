import { DomainError } from "./domain-error.ts";

/** For a caller who is in the right, and may try again: nothing that was asked for is known to be stored. `cause` is for the log alone. */
export function comeAgain(why: string, cause?: unknown): DomainError {
  const error = new DomainError(
    "overloaded",
    `${why} Send this again in a few seconds; its id makes that harmless.`,
  );
  error.cause = cause;
  return error;
}
