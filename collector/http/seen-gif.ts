import { getCookie } from "hono/cookie";
import { normaliseCode } from "../../sdk/protocol/code.ts";
import type { Touch, Touches } from "../../sdk/protocol/events.ts";
import { idPattern, visitorPattern } from "../../sdk/protocol/limits.ts";
import {
  cookieName,
  parseReferralCookie,
} from "../../sdk/protocol/referral-cookie.ts";
import { isSiteOrigin } from "../actions/read-site.ts";
import { noteProblem } from "./answer-problem.ts";
import { originOf, siteOfBrowser } from "./browser-calls.ts";
import type { Collector, HttpContext } from "./collector.ts";
import { countCall } from "./count-call.ts";
import { eventIdOf } from "./event-id.ts";
import { shown } from "./expectation.ts";
import { isBot, isPrefetch } from "./known-bots.ts";
import { pictureOf } from "./pixel-pictures.ts";
import { recordBatch } from "./record-batch.ts";
import { Refusal } from "./refusal.ts";
import { refusalsTold } from "./refusals-told.ts";
import { requestIdOf } from "./request-id.ts";
import { requireEscapes } from "./well-escaped.ts";

/** Would end in access logs. */
const forbiddenFields = ["email", "customer", "sub"];
const numbers = ["at", "amountMinor", "sentAt"];
const objects = ["touch", "props"];

/** `GET /v1/seen.gif`: an event from a page without scripts. The picture always comes; a header says what became of the event, and two points instead of one that it may come again. */
export function seenGif(collector: Collector) {
  const sayRefused = refusalsTold(collector.log, {
    method: "GET",
    route: "/v1/seen.gif",
  });
  return async (c: HttpContext): Promise<Response> => {
    const startedAt = performance.now();
    const outcome = await record(collector, c).catch((error: unknown) => {
      const { status, code } = noteProblem(collector, c, error);
      sayRefused({ requestId: requestIdOf(c), status, startedAt });
      return { refused: code };
    });
    const refused = typeof outcome === "object" ? outcome.refused : null;
    return c.body(pictureOf(refused), 200, {
      "Content-Type": "image/gif",
      "Cache-Control": "no-store",
      // Pages that isolate themselves may still show the picture.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Access-Control-Expose-Headers": "Enishi-Outcome",
      "Enishi-Outcome":
        refused === null ? `${outcome}` : `refused; code=${refused}`,
    });
  };
}

type Outcome = "accepted" | "duplicate" | { refused: string };

async function record(collector: Collector, c: HttpContext): Promise<Outcome> {
  if (c.req.method === "HEAD" || isPrefetch((name) => c.req.header(name)))
    return { refused: "not_seen" };
  countCall(collector, c);
  requireEscapes(c.req.url);
  const query = c.req.query();
  const forbidden = Object.keys(query).find((name) =>
    forbiddenFields.includes(name.split(/[.[]/)[0] ?? ""),
  );
  if (forbidden)
    throw new Refusal(
      "invalid_field",
      `Expected no ${shown(forbidden)}: an address ends in access logs.`,
    );
  const site = await siteOfBrowser(collector, c, query.site ?? "");
  const page = pageOf(c);
  if (page && !isOwn(collector, page) && !isSiteOrigin(site, page.origin)) {
    const { origin } = page;
    collector.troubles.note(
      { siteId: site.id, kind: "origin", value: origin, origin },
      collector.reading.now(),
    );
    throw new Refusal(
      "origin_not_allowed",
      `Expected one of the site's origins and got ${shown(origin)}.`,
    );
  }
  const receivedAt = collector.reading.now();
  const device = deviceOf(c, page, receivedAt);
  const event = eventOf(collector, query, device, receivedAt);
  const visitor = query.visitor ?? device.visitor ?? "";
  const answer = await recordBatch(collector, {
    site,
    origin: originOf(c) ?? page?.origin ?? null,
    visitor: visitorPattern.test(visitor) ? visitor : null,
    // A device that is ahead of us, and does not say when it sent, sends now.
    sentAt: Number(event.sentAt) || Math.max(Number(event.at) || 0, receivedAt),
    receivedAt,
    isBot: isBot(c.req.header("user-agent")),
    events: [event],
  });
  if (answer.accepted) return "accepted";
  return answer.duplicate
    ? "duplicate"
    : { refused: answer.refused[0]?.code ?? "invalid_field" };
}

/** The page that shows the picture, as far as its browser tells. */
function pageOf(c: HttpContext): URL | null {
  const referer = c.req.header("referer");
  return referer && URL.canParse(referer) ? new URL(referer) : null;
}

function isOwn({ origin }: Collector, page: URL): boolean {
  return page.origin === origin;
}

interface Device {
  visitor: string | null;
  /** The link by which the visitor came to this page. */
  arrival: Touch | null;
  touches: Touches | null;
}

function deviceOf(c: HttpContext, page: URL | null, now: number): Device {
  const cookie = getCookie(c, cookieName);
  const kept = cookie === undefined ? null : parseReferralCookie(cookie);
  const params = page?.searchParams;
  const code =
    normaliseCode(params?.get("via") ?? "") ??
    normaliseCode(params?.get("ref") ?? "");
  const click = params?.get("ec") ?? "";
  return {
    visitor: kept?.visitor ?? null,
    arrival:
      code === null
        ? null
        : { code, at: now, ...(idPattern.test(click) ? { click } : {}) },
    touches: kept?.touches ?? null,
  };
}

/** The event as a script would have sent it. */
function eventOf(
  { newEventId }: Collector,
  query: Record<string, string>,
  { arrival, touches }: Device,
  now: number,
): Record<string, unknown> {
  const event: Record<string, unknown> = {
    id: orderEventId(query) ?? newEventId(),
    at: now,
  };
  for (const [name, value] of Object.entries(query)) {
    if (value !== "") event[name] = parsed(name, value);
  }
  const link = arrival ?? touches?.last ?? null;
  if (!link) return event;
  if (event.type === "lead" || event.type === "sale") {
    event.touch ??= arrival ?? touches;
  } else if (event.code === undefined) {
    event.code = link.code;
    // A page without scripts counts the same click that the redirect has counted.
    if (event.type === "click" && link.click) event.click ??= link.click;
  }
  return event;
}

/** A page that is loaded again shows the same order again. */
function orderEventId({
  site = "",
  type = "",
  orderId = null,
  token = null,
}: Record<string, string | null>): string | null {
  const isOrder = type === "lead" || type === "sale";
  return isOrder && (orderId || token)
    ? eventIdOf([site, type, orderId, token])
    : null;
}

function parsed(name: string, value: string): unknown {
  if (numbers.includes(name) && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  if (!objects.includes(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
