import { DomainError } from "../domain/domain-error.ts";
import type { Caller, PlainAnswer } from "./caller.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { countOne } from "./counters.ts";
import { type Described, describe, problemAnswer } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

/** Answers what was thrown; what is not ours is logged in full and told to nobody. */
export function answerProblem(
  collector: Collector,
  c: HttpContext,
  error: unknown,
): Response {
  const { body, status, headers } = plainProblem(collector, c, error);
  return c.newResponse(body, status as 400, headers);
}

/** The same before it is an answer of the web's. */
export function plainProblem(
  collector: Collector,
  c: Caller,
  error: unknown,
): PlainAnswer {
  const described = noteProblem(collector, c, error);
  return problemAnswer(described, requestIdOf(c));
}

/** Counts what was thrown, and logs what is nobody's fault but ours, however it is answered. */
export function noteProblem(
  { log, counters }: Collector,
  c: Caller,
  error: unknown,
): Described {
  const described = describe(error);
  countOne(counters.problems, described.code);
  logStranger(log, c, error, described);
  logTrouble(log, c, error);
  return described;
}

function logStranger(
  log: Collector["log"],
  c: Caller,
  error: unknown,
  { isStranger }: Described,
): void {
  if (!isStranger) return;
  log.error(
    { requestId: requestIdOf(c), err: error },
    "A request failed unexpectedly",
  );
}

/** Every caller meets the same full disk: told once a second it is enough. */
const troubleEveryMs = 1_000;
let toldAt = Number.NEGATIVE_INFINITY;

/** What keeps us from answering, and is no caller's fault. */
function logTrouble(log: Collector["log"], c: Caller, error: unknown) {
  if (!(error instanceof DomainError) || error.code !== "overloaded") return;
  if (!error.cause || performance.now() - toldAt < troubleEveryMs) return;
  toldAt = performance.now();
  const { message } = error.cause as Error;
  log.error(
    { requestId: requestIdOf(c), because: message },
    "The database cannot be written or reached; callers are told to come back",
  );
}
