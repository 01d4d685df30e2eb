/** The one file that knows status codes of errors: whatever was thrown becomes an RFC 9457 answer here. */
import {
  type Problem,
  type ProblemCode,
  problemStatus,
} from "../../sdk/protocol/problem.ts";
import { DomainError, type FieldError } from "../domain/domain-error.ts";
import { Refusal } from "./refusal.ts";

const titles: Record<ProblemCode, string> = {
  malformed_body: "The body cannot be read",
  invalid_field: "A field is not what it should be",
  unknown_site: "No site has this key",
  bad_key: "The API key is missing or wrong",
  bad_token: "The token is missing or wrong",
  origin_not_allowed: "This origin may not use this site",
  forbidden: "This is not allowed",
  not_found: "There is nothing here",
  method_not_allowed: "This address takes another method",
  order_conflict: "The order is already known otherwise",
  state_conflict: "Its present state does not allow this",
  body_too_large: "The body is too large",
  rate_limited: "Too many calls",
  internal: "Something went wrong here",
  overloaded: "Too much is waiting",
};

/** How long a caller should wait who came while too much was waiting, or who has asked for enough for today. */
const retryAfterSeconds: Partial<Record<ProblemCode, string>> = {
  overloaded: "2",
  rate_limited: "3600",
};

export interface Described {
  status: number;
  code: ProblemCode;
  detail: string;
  errors: FieldError[];
  headers: Record<string, string>;
  /** Not one of ours: its details belong in the log alone. */
  isStranger: boolean;
}

/** What may be said of an error to the one who caused it. */
export function describe(error: unknown): Described {
  if (error instanceof Refusal) {
    const { code, message, errors, headers } = error;
    const status = error.status ?? problemStatus[code];
    return {
      status,
      code,
      detail: message,
      errors,
      headers,
      isStranger: false,
    };
  }
  if (error instanceof DomainError) {
    const { code, message, errors } = error;
    const wait = retryAfterSeconds[code];
    const headers: Record<string, string> = wait ? { "Retry-After": wait } : {};
    const status = problemStatus[code];
    return {
      status,
      code,
      detail: message,
      errors,
      headers,
      isStranger: false,
    };
  }
  return {
    status: problemStatus.internal,
    code: "internal",
    detail: "",
    errors: [],
    headers: {},
    isStranger: true,
  };
}

/** The answer's body, and the headers that every problem has. */
export function problemAnswer(
  { status, code, detail, errors, headers }: Described,
  requestId: string,
): { body: string; status: number; headers: Record<string, string> } {
  const problem: Problem = {
    type: `urn:enishi:problem:${code}`,
    title: titles[code],
    status,
    code,
    detail,
    requestId,
    errors,
  };
  return {
    body: JSON.stringify(problem),
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  };
}
