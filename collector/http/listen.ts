import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { answerUnread, leaveUnread, whyUnread } from "./answer-unread.ts";
import { refusal, tooMany, turnAway } from "./at-the-door.ts";
import type { NodeBindings } from "./client-address.ts";
import { type ConnectionRoom, connectionRoom } from "./connection-room.ts";
import { cutSilent } from "./cut-silent.ts";
import {
  type ConnectionLimits,
  limitConnections,
} from "./limit-connections.ts";
import { figuresOfStart } from "./metrics/figures-of-start.ts";
import { openDoors } from "./open-doors.ts";
import { Refusal } from "./refusal.ts";
import type { ShortWay } from "./short-way.ts";
import { type TurnLimits, turnBudget } from "./turn-budget.ts";

type Fetch = (
  request: Request,
  env: NodeBindings,
) => Response | Promise<Response>;

/** What one caller may take from the others. */
export interface Patience extends ConnectionLimits, ConnectionRoom {
  /** Who does not finish headers, or the whole request, in so long gets 408. */
  headersMs: number;
  requestMs: number;
  checkMs: number;
  /** Who neither sends nor reads for so long is cut, be the answer half told. */
  silentMs: number;
  /** More than this at once is not waited for: see `turnBudget`. */
  crowd: TurnLimits;
}

const patience: Patience = {
  headersMs: 10_000,
  requestMs: 20_000,
  checkMs: 2_000,
  silentMs: 60_000,
  ...connectionRoom(Number.POSITIVE_INFINITY),
  crowdedHeadersMs: 2_000,
  // Five hundred calls take some twenty milliseconds, and one address has fewer connections.
  crowd: { turnMs: 140, callers: 500, each: 8 },
};
/** More connections than the system lets wait: it takes its own bound. */
const backlog = 4_096;
const noShortWay: ShortWay = (_, __, longWay) => longWay();
const starting = new Refusal("overloaded", "Starting.");
const badAddress = new Refusal(
  "malformed_body",
  "Expected a valid address and Host.",
);
/** Longer than load balancers keep theirs, so that they and not we close. */
const keepAliveMs = 65_000;
/** So long a stop looks for moments in which nobody stands before a door, which a busy machine has few of. */
const doorsMs = 1_000;
/** So long a busy connection has to bring its next request, and learn that it was the last. */
const graceMs = 250;

export interface Listening {
  port: number;
  /** Connections that are open. */
  connections(): Promise<number>;
  /** Until this is called, every request is told to come back. What `shortWay` answers does not come to `fetch`. */
  answerWith(fetch: Fetch, shortWay?: ShortWay): void;
  /** Lets in who waits, takes no more connections, finishes what was taken, and cuts what is left at the end. */
  drain(limitMs: number): Promise<void>;
}

/** Opens the port. `onRefused` is told of all that is refused here, and comes to nobody else. Rejects where the port is taken. */
export async function listen(
  host: string,
  port: number,
  less: Partial<Patience> = {},
  onRefused: (why: Refusal) => void = () => {},
): Promise<Listening> {
  const { headersMs, requestMs, checkMs, silentMs, crowd, doors, ...limits } = {
    ...patience,
    ...less,
  };
  const refused = (why: Refusal) => {
    onRefused(why);
    return refusal(why);
  };
  let fetch: Fetch = ({ url }) => {
    // A migration may take minutes: who is alive is not to be ended for it.
    const { pathname } = new URL(url);
    if (pathname === "/healthz") return Response.json({ ok: true });
    if (pathname === "/metrics") return figuresOfStart();
    return refused(starting);
  };
  let short = noShortWay;
  let isDraining = false;
  const isTooMuch = turnBudget(crowd);
  const answer = getRequestListener(
    (request, env) => fetch(request, env as NodeBindings),
    {
      hostname: "localhost",
      errorHandler: () => refused(badAddress),
    },
  );
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: checkMs,
      // Told as others are: see `answerUnread`.
      requireHostHeader: false,
    },
    hear,
  );
  // Whoever has said all may have closed their own direction: Node would then send no answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on("checkExpectation", hear);
  answerUnread(server, onRefused);
  cutSilent(server, silentMs);
  const isTurnedAway = limitConnections(server, limits, onRefused);
  const opened = await openDoors(server, { host, port, backlog }, doors);

  return {
    port: opened.port,
    connections: opened.connections,
    answerWith(next, shortWay = noShortWay) {
      fetch = next;
      short = shortWay;
    },
    async drain(limitMs) {
      isDraining = true;
      const until = Date.now() + limitMs;
      await opened.close(Math.min(doorsMs, limitMs));
      await wait(Math.min(graceMs, limitMs));
      while ((await opened.connections()) > 0 && Date.now() < until) {
        server.closeIdleConnections();
        await wait(10);
      }
      server.closeAllConnections();
    },
  };

  function hear(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (isTurnedAway(incoming.socket)) return;
    if (isDraining) outgoing.shouldKeepAlive = false;
    if (isCall(incoming.url) && isTooMuch(incoming.socket)) {
      onRefused(tooMany);
      turnAway(outgoing);
      return;
    }
    const why = whyUnread(incoming);
    if (why) {
      onRefused(why);
      leaveUnread(outgoing, why);
      return;
    }
    short(incoming, outgoing, () => void answer(incoming, outgoing));
  }
}

/** What is sent again by itself. A link leads to the shop, the picture comes, and whoever looks after us is answered, whatever the crowd. */
function isCall(url = ""): boolean {
  return url.startsWith("/v1/") && !url.startsWith("/v1/seen.gif");
}
