import { STATUS_CODES } from "node:http";
import { told } from "./at-the-door.ts";
import type { Refusal } from "./refusal.ts";

/** A refusal behind which the connection is closed. */
export function closingAnswer(why: Refusal) {
  const { status, headers, body } = told(why);
  return {
    status,
    headers: {
      ...headers,
      "Content-Length": String(Buffer.byteLength(body)),
      Connection: "close",
    },
    body,
  };
}

/** The same for a socket, where Node has made no request of what came over it. */
export function asSent({
  status,
  headers,
  body,
}: ReturnType<typeof closingAnswer>): string {
  const lines = Object.entries(headers).map(([name, it]) => `${name}: ${it}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
