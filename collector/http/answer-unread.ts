import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { ProblemCode } from "../../sdk/protocol/problem.ts";
import { asSent, closingAnswer } from "./closing-answer.ts";
import { Refusal } from "./refusal.ts";

const noHttp = unread(400, "Expected a whole request of HTTP/1.1 with a Host.");
const noProxy = unread(
  405,
  "Expected no CONNECT: this is no proxy.",
  "method_not_allowed",
);
const expectation = unread(417, "Expected no Expect but 100-continue.");
/** By what Node calls them. */
const byError: Record<string, Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: unread(
    408,
    "The request was not complete in time. Send it again.",
  ),
  HPE_HEADER_OVERFLOW: unread(431, "Expected at most 16 KiB of headers."),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: unread(
    413,
    "Expected chunks without extensions.",
    "body_too_large",
  ),
};

/** What Node keeps of a connection. */
interface Inside {
  /** Whose answer is the next to be sent. */
  _httpMessage?: ServerResponse | null;
  /** Who reads it, and the last request that had whole headers. */
  parser?: { incoming?: IncomingMessage | null } | null;
}

/**
 * Answers what Node's server would answer by itself, and without a body, or not at all: what is no HTTP, or late. Errors are
 * problems here too. The connection is closed, for nobody knows where the next request begins. `onRefused` is told of
 * each but those that were begun: these are told by whoever answers them, who counts them too.
 */
export function answerUnread(
  server: Server,
  onRefused: (why: Refusal) => void,
): void {
  const isLeft = new WeakSet<Socket>();
  const refuse = (socket: Socket, why: Refusal) => {
    // Told before, and its answers are only waited for.
    if (isLeft.has(socket)) return;
    isLeft.add(socket);
    onceAnswered(socket, () => {
      onRefused(why);
      socket.end(asSent(closingAnswer(why)), () => socket.destroy());
    });
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const { _httpMessage: next, parser } = socket as Inside;
    const why = byError[error.code ?? ""] ?? noHttp;
    if (why.status === 408 && socket.bytesRead === 0) {
      unlessItCame(socket, () => refuse(socket, why));
      return;
    }
    const begun = parser?.incoming;
    const isHalf = begun && !begun.complete;
    // Half an answer must not have another behind it.
    const isHalfTold = next?.req === begun && next?.headersSent;
    if (socket.writable && !isHalf) refuse(socket, why);
    else if (socket.writable && isHalf && next && !isHalfTold)
      cutShort(begun, why);
    // Or it was answered before it was read.
    else socket.destroy();
  });
  server.on("connect", (_, socket: Socket) => {
    // Node looks after it no more.
    socket.on("error", () => {});
    refuse(socket, noProxy);
  });
}

/**
 * Node counts the time of headers from the connection on. Where this machine itself is late, a whole request may lie there and
 * nobody has read it. It is read before the next `setImmediate`: whoever is not heard by then is refused.
 */
function unlessItCame(socket: Socket, refuse: () => void): void {
  setImmediate(() => {
    const isHeard = (socket as Inside)._httpMessage || socket.bytesWritten > 0;
    if (!isHeard) refuse();
  });
}

/** What was asked whole before is answered first, however long that takes; where the connection ends with it, nobody is refused. */
function onceAnswered(socket: Socket, refuse: () => void): void {
  const { _httpMessage: next } = socket as Inside;
  if (next) next.once("finish", () => onceAnswered(socket, refuse));
  else if (socket.writable) refuse();
}

/** Why a request is answered before it is read: HTTP/1.1 asks for a host; what is older has none. */
export function whyUnread({
  headers,
  httpVersion,
}: IncomingMessage): Refusal | null {
  if (headers.host === undefined && httpVersion === "1.1") return noHttp;
  const { expect } = headers;
  return expect && !/^100-continue$/i.test(expect) ? expectation : null;
}

export function leaveUnread(outgoing: ServerResponse, why: Refusal): void {
  const { status, headers, body } = closingAnswer(why);
  outgoing.writeHead(status, headers).end(body);
}

/** Ends the reading of a body, as a hang-up would, but leaves the connection open for the answer. */
function cutShort(begun: IncomingMessage, why: Refusal): void {
  begun._destroy = (_, done) =>
    done(begun.listenerCount("error") > 0 ? why : null);
  begun.destroy(why);
}

function unread(
  status: number,
  message: string,
  code: ProblemCode = "malformed_body",
): Refusal {
  const headers = { Connection: "close" };
  return new Refusal(code, message, { status, headers });
}
