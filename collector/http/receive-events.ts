import { answerProblem } from "./answer-problem.ts";
import { crossOriginHeaders, siteOfBrowser } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { countAnswer } from "./counters.ts";
import { isBot } from "./known-bots.ts";
import { readBody } from "./read-body.ts";
import { recordBatch } from "./record-batch.ts";
import { requestIdOf } from "./request-id.ts";
import { eventBatch } from "./schemas/events.ts";
import { securityHeaders } from "./security-headers.ts";

/**
 * `POST /v1/events`. Answers 202 only when what it says is accepted is durable.
 * Nine requests in ten come here, so it stands before the middleware and does
 * itself what that does for the others, with plain header objects.
 */
export function receiveEvents(collector: Collector) {
  const { reading, counters, isSecure } = collector;
  const constant = {
    ...securityHeaders(isSecure),
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
  };
  const kind = "events";
  return async (c: HttpContext): Promise<Response> => {
    const startedAt = performance.now();
    const headers = {
      ...constant,
      ...(await crossOriginHeaders(collector, c)),
      "Enishi-Request-Id": requestIdOf(c),
    };
    try {
      countCall(collector, c);
      const batch = await readBody(c, eventBatch);
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
      return new Response(JSON.stringify(answer), { status: 202, headers });
    } catch (error) {
      const { "Content-Type": _, ...kept } = headers;
      for (const [name, value] of Object.entries(kept)) c.header(name, value);
      const answer = answerProblem(collector, c, error);
      const { status } = answer;
      countAnswer(counters, { status, kind, startedAt });
      return answer;
    }
  };
}
