import type { RefusalReason } from "./refusal-reason.ts";

/** The few ways in which a caller can be wrong. HTTP maps each to one status. */
export type DomainErrorCode =
  | "not_found"
  | "invalid_field"
  | "order_conflict"
  | "state_conflict"
  | "forbidden"
  | "bad_token"
  | "rate_limited"
  | "overloaded";

export interface FieldError {
  path: string;
  message: string;
}

/** A caller's broken promise: says what was expected, what came, and what to do. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly errors: FieldError[];
  /** By name, where the owner can meet it. */
  readonly why: RefusalReason | null;

  constructor(
    code: DomainErrorCode,
    message: string,
    errors: FieldError[] = [],
    why: RefusalReason | null = null,
  ) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.errors = errors;
    this.why = why;
  }
}
