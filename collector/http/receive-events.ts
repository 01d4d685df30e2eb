import { plainProblem } from "./answer-problem.ts";
import { crossOriginHeaders, siteOfBrowser } from "./browser-calls.ts";
import type { Caller, PlainAnswer } from "./caller.ts";
import type { Collector } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { countAnswer } from "./counters.ts";
import { isBot } from "./known-bots.ts";
import { parseJson } from "./read-body.ts";
import { recordBatch } from "./record-batch.ts";
import { refusalsTold } from "./refusals-told.ts";
import { requestIdOf } from "./request-id.ts";
import { eventBatch } from "./schemas/events.ts";
import { securityHeaders } from "./security-headers.ts";
import { validate } from "./validate.ts";

/** Answers a call whose body `read` reads. */
export type ReceiveEvents = (
  c: Caller,
  read: () => string | Promise<string>,
) => Promise<PlainAnswer>;

/**
 * `POST /v1/events`. Answers 202 only when what it says is accepted is durable.
 * Nine requests in ten come here, so it stands before the middleware and does
 * itself what that does for the others, with plain header objects.
 */
export function receiveEvents(collector: Collector): ReceiveEvents {
  const { reading, counters, isSecure, log } = collector;
  const secure = securityHeaders(isSecure);
  const constant = {
    ...secure,
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
  };
  const kind = "events";
  const sayRefused = refusalsTold(log, {
    method: "POST",
    route: "/v1/events",
  });
  return async (c, read) => {
    const startedAt = performance.now();
    let crossOrigin: Record<string, string> = { Vary: "Origin" };
    const own = { "Enishi-Request-Id": requestIdOf(c) };
    try {
      crossOrigin = await crossOriginHeaders(collector, c);
      countCall(collector, c);
      const text = read();
      const batch = validate(
        eventBatch,
        parseJson(typeof text === "string" ? text : await text),
      );
      const site = await siteOfBrowser(collector, c, batch.site);
      const answer = await recordBatch(collector, {
        site,
        origin: c.req.header("origin") ?? null,
        visitor: batch.visitor ?? null,
        sentAt: batch.sentAt,
        receivedAt: reading.now(),
        isBot: isBot(c.req.header("user-agent")),
        events: batch.events,
      });
      countAnswer(counters, { status: 202, kind, startedAt });
      const headers = { ...constant, ...crossOrigin, ...own };
      return { status: 202, headers, body: JSON.stringify(answer) };
    } catch (error) {
      const { status, headers, body } = plainProblem(collector, c, error);
      countAnswer(counters, { status, kind, startedAt });
      sayRefused({ requestId: requestIdOf(c), status, startedAt });
      return {
        status,
        headers: { ...secure, ...crossOrigin, ...own, ...headers },
        body,
      };
    }
  };
}
