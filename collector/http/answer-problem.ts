import type { Collector, HttpContext } from "./collector.ts";
import { countOne } from "./counters.ts";
import { type Described, describe, problemAnswer } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

/** Answers what was thrown; what is not ours is logged in full and told to nobody. */
export function answerProblem(
  { log, counters }: Collector,
  c: HttpContext,
  error: unknown,
): Response {
  const described = describe(error);
  countOne(counters.problems, described.code);
  logStranger(log, c, error, described);
  const { body, status, headers } = problemAnswer(described, requestIdOf(c));
  return c.newResponse(body, status as 400, headers);
}

export function logStranger(
  log: Collector["log"],
  c: HttpContext,
  error: unknown,
  { isStranger }: Described,
): void {
  if (!isStranger) return;
  log.error(
    { requestId: requestIdOf(c), err: error },
    "A request failed unexpectedly",
  );
}
