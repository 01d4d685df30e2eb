/** Every error code the collector answers, and its HTTP status. */
export const problemStatus = {
  malformed_body: 400,
  invalid_field: 400,
  unknown_site: 401,
  bad_key: 401,
  bad_token: 401,
  origin_not_allowed: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  order_conflict: 409,
  state_conflict: 409,
  body_too_large: 413,
  rate_limited: 429,
  internal: 500,
  overloaded: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** An error answer: RFC 9457, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  requestId: string;
  errors: { path: string; message: string }[];
}
