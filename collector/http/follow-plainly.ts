import type { Redirect } from "../actions/read-redirect.ts";
import { plainProblem } from "./answer-problem.ts";
import type { Caller, PlainAnswer } from "./caller.ts";
import type { Collector } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { countAnswer } from "./counters.ts";
import { ofRedirect } from "./follow-link.ts";
import { isPreviewBot } from "./known-bots.ts";
import type { Links } from "./known-links.ts";
import { leadToShop } from "./lead-to-shop.ts";
import { logAnswer } from "./log-answer.ts";
import { requestIdOf } from "./request-id.ts";
import { securityHeaders } from "./security-headers.ts";

/** Answers `null`, and has done nothing, where there is more to do than to redirect. */
export type FollowPlainly = (
  c: Caller,
  link: { code: string; channel: string | undefined },
) => Promise<PlainAnswer | null>;

/** `GET /r/:code` for the links of most: known ones, that lead to the shop. What the frame does for others is done here. */
export function followPlainly(
  collector: Collector,
  links: Links,
): FollowPlainly {
  const { counters, isSecure, log } = collector;
  const constant = { ...securityHeaders(isSecure), ...ofRedirect };
  return async (c, { code, channel }) => {
    const startedAt = performance.now();
    // One that cannot be read is not waited for again: the long way finds the same read still under way.
    const link = await links.known(code).catch(() => null);
    if (!link || link.isHosted || isPreviewBot(c.req.header("user-agent")))
      return null;
    const requestId = requestIdOf(c);
    const { status, headers, body } = await redirected(c, link, channel);
    countAnswer(counters, { status, kind: "link", startedAt });
    const route = "/r/:code";
    logAnswer(log, { requestId, method: "GET", route, status, startedAt });
    const own = { "Enishi-Request-Id": requestId };
    return { status, headers: { ...constant, ...own, ...headers }, body };
  };

  async function redirected(
    c: Caller,
    link: Redirect,
    channel: string | undefined,
  ): Promise<PlainAnswer> {
    try {
      countCall(collector, c);
      const { shopUrl, cookie } = await leadToShop(
        collector,
        c,
        link,
        (name) => (name === "channel" ? channel : undefined),
      );
      const headers: Record<string, string> = { Location: shopUrl };
      if (cookie !== null) headers["Set-Cookie"] = cookie;
      return { status: 302, headers, body: "" };
    } catch (error) {
      return plainProblem(collector, c, error);
    }
  }
}
