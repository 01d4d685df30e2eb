import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { asSent, closingAnswer } from "./closing-answer.ts";
import { Refusal } from "./refusal.ts";

interface Unread {
  status: number;
  why: Refusal;
}

const noHttp = unread(400, "Expected a whole request of HTTP/1.1 with a Host.");
const expectation = unread(417, "Expected no Expect but 100-continue.");
/** By what Node calls them. */
const byError: Record<string, Unread> = {
  ERR_HTTP_REQUEST_TIMEOUT: unread(
    408,
    "The request was not complete in time. Send it again.",
  ),
  HPE_HEADER_OVERFLOW: unread(431, "Expected at most 16 KiB of headers."),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: unread(
    413,
    "Expected chunks without extensions.",
  ),
};

/**
 * Answers what Node's server would answer by itself, and without a body: what is no HTTP, late, or expects what nobody
 * does. Errors are problems here too. The connection is closed, for nobody knows where the next request begins.
 *
 * @returns answers a request that names no host
 */
export function answerUnread(
  server: Server,
): (outgoing: ServerResponse) => void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    // Half an answer must not have another behind it.
    const { _httpMessage: begun } = socket as { _httpMessage?: ServerResponse };
    if (!socket.writable || begun?.headersSent) {
      socket.destroy();
      return;
    }
    const { status, why } = byError[error.code ?? ""] ?? noHttp;
    const isHead = begun?.req.method === "HEAD";
    socket.end(asSent(closingAnswer(why, status), { isHead }), () =>
      socket.destroy(),
    );
  });
  server.on("checkExpectation", (_, outgoing: ServerResponse) =>
    send(outgoing, expectation),
  );
  return (outgoing) => send(outgoing, noHttp);
}

/** HTTP/1.1 asks for a host; what is older has none. */
export function isHostless({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion === "1.1";
}

function send(outgoing: ServerResponse, { status, why }: Unread): void {
  const { headers, body } = closingAnswer(why, status);
  outgoing.writeHead(status, headers).end(body);
}

function unread(status: number, message: string): Unread {
  const code = status === 413 ? "body_too_large" : "malformed_body";
  return { status, why: new Refusal(code, message) };
}
