import type { ProblemCode } from "../../sdk/protocol/problem.ts";
import type { FieldError } from "../domain/domain-error.ts";

/** A request that is turned away before any action runs. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;
  /** Where it is another than the code's. */
  readonly status: number | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    more: {
      errors?: FieldError[];
      headers?: Record<string, string>;
      status?: number;
    } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
    this.status = more.status;
  }
}
