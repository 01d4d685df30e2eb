import type { IncomingMessage, ServerResponse } from "node:http";
import { maxBodyBytes } from "../../sdk/protocol/limits.ts";
import { type PlainAnswer, plainCaller } from "./caller.ts";
import { endedEarly } from "./read-body.ts";
import type { ReceiveEvents } from "./receive-events.ts";

/** Answers a call itself, or says that it is none of its own. */
export type ShortWay = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) => boolean;

/**
 * Takes beacons as Node's server hands them over: to make a request of the web's of each, and an answer, costs as much as
 * all that is asked of it. Whatever is unusual about one goes the long way, which answers the same.
 */
export function shortWay(receive: ReceiveEvents): ShortWay {
  return (incoming, outgoing) => {
    if (incoming.url !== "/v1/events" || incoming.method !== "POST")
      return false;
    const { headers } = incoming;
    // Without a length it is counted while it comes; a body that is packed or too large is refused.
    if (!(Number(headers["content-length"]) <= maxBodyBytes)) return false;
    if (headers["content-encoding"] !== undefined) return false;
    const answer = async (read: () => string) =>
      send(outgoing, await receive(plainCaller(incoming), read));
    const chunks: Buffer[] = [];
    incoming
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => void answer(() => textOf(chunks)))
      .on("error", () => {
        void answer(() => {
          throw endedEarly();
        });
      });
    return true;
  };
}

function textOf(chunks: Buffer[]): string {
  const [first] = chunks;
  const whole = first && chunks.length === 1 ? first : Buffer.concat(chunks);
  return whole.toString("utf8");
}

function send(
  outgoing: ServerResponse,
  { status, headers, body }: PlainAnswer,
): void {
  const all: Record<string, string | number> = headers;
  all["Content-Length"] = Buffer.byteLength(body);
  outgoing.writeHead(status, all).end(body);
}
