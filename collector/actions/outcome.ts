import { DomainError } from "../domain/domain-error.ts";

/** What came of an action, in a form that can cross threads: errors lose their class on the way. */
export type Outcome =
  | { ok: true; value: unknown }
  | {
      ok: false;
      domain: Pick<DomainError, "code" | "errors" | "why"> | null;
      message: string;
    };

export function outcomeOf(result: PromiseSettledResult<unknown>): Outcome {
  if (result.status === "fulfilled") return { ok: true, value: result.value };
  const { reason } = result;
  if (reason instanceof DomainError) {
    const { code, errors, why, message } = reason;
    return { ok: false, domain: { code, errors, why }, message };
  }
  const message = reason instanceof Error ? (reason.stack ?? "") : `${reason}`;
  return { ok: false, domain: null, message };
}

/** The error as it was thrown on the other side. */
export function errorOf({
  domain,
  message,
}: Outcome & { ok: false }): DomainError | Error {
  return domain
    ? new DomainError(domain.code, message, domain.errors, domain.why)
    : new Error(message);
}

/** For a caller who comes while too much is waiting. */
export function overloaded(): DomainError {
  return new DomainError(
    "overloaded",
    "Too much is waiting to be stored. Send this again in a few seconds; its id makes that harmless.",
  );
}
