import pg from "pg";
import { comeAgain } from "../../domain/come-again.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { isOfCertificates } from "../certificate-problem.ts";

/** A transaction cannot go on where it was begun. */
export class LostInTransaction extends Error {}

/** What may be said of an error, whatever it was that was asked. */
type Trouble = "lost" | "stale" | "busy" | null;

/**
 * `lost`: the connection is of no use any more. `stale`: a migration has changed what a prepared statement answers.
 * `busy`: the transaction is over, and may go well the next time. `null`: the statement itself was wrong.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof DomainError) return null;
  if (error instanceof LostInTransaction) return "lost";
  // Without an answer of the server's it is the way to it that is broken.
  if (!(error instanceof pg.DatabaseError))
    return isOfTheNetwork(error) ? "lost" : null;
  const code = error.code ?? "";
  // A server that is shut down, starts, has too many connections, has become a standby, or lets nobody in any more.
  if (/^(08|57P|25006|53300|25P03|28|3D)/.test(code)) return "lost";
  if (code === "0A000" || code === "26000") return "stale";
  // Deadlocks, timeouts of locks and statements, a disk that is full or fails, a damaged page.
  if (/^(40|55P03|57014|53|58|XX00[12])/.test(code)) return "busy";
  return null;
}

function isOfTheNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    syscall !== undefined ||
    /^E[A-Z]+$|^ERR_(SSL|TLS)_/.test(code ?? "") ||
    isOfCertificates(error) ||
    wordsOfTheDriver.test(error.message)
  );
}

/** `pg` says what is lost in words only. */
const wordsOfTheDriver =
  /^(Connection terminated|Client (has|was) |Query read timeout|timeout e)/;

export function outOfReach(cause: unknown): DomainError {
  return comeAgain("The database cannot be reached, or is too busy.", cause);
}
