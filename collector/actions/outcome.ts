import { comeAgain } from "../domain/come-again.ts";
import { DomainError } from "../domain/domain-error.ts";

/** What came of an action, in a form that can cross threads: errors lose their class on the way. */
export type Outcome =
  | { ok: true; value: unknown }
  | {
      ok: false;
      domain: Pick<DomainError, "code" | "errors" | "why"> | null;
      message: string;
      /** What lies behind an error of ours: for the log alone. */
      cause: string | null;
    };

export function outcomeOf(result: PromiseSettledResult<unknown>): Outcome {
  if (result.status === "fulfilled") return { ok: true, value: result.value };
  const { reason } = result;
  if (reason instanceof DomainError) {
    const { code, errors, why, message } = reason;
    const cause = reason.cause instanceof Error ? reason.cause.message : null;
    return { ok: false, domain: { code, errors, why }, message, cause };
  }
  const message = reason instanceof Error ? (reason.stack ?? "") : `${reason}`;
  return { ok: false, domain: null, message, cause: null };
}

/** The error as it was thrown on the other side. */
export function errorOf({
  domain,
  message,
  cause,
}: Outcome & { ok: false }): DomainError | Error {
  if (!domain) return new Error(message);
  const { code, errors, why } = domain;
  const error = new DomainError(code, message, errors, why);
  if (cause !== null) error.cause = new Error(cause);
  return error;
}

/** For a caller who comes while too much is waiting. */
export function overloaded(): DomainError {
  return comeAgain("Too much is waiting to be stored.");
}
