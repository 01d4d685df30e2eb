import type { ProblemCode } from "../../sdk/protocol/problem.ts";
import type { FieldError } from "../domain/domain-error.ts";

/** A request that is turned away before any action runs. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;

  constructor(
    code: ProblemCode,
    message: string,
    more: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}
