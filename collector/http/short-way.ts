import type { IncomingMessage, ServerResponse } from "node:http";
import { maxBodyBytes } from "../../sdk/protocol/limits.ts";
import { type PlainAnswer, plainCaller } from "./caller.ts";
import type { Log } from "./collector.ts";
import type { FollowPlainly } from "./follow-plainly.ts";
import { endedBy } from "./read-body.ts";
import type { ReceiveEvents } from "./receive-events.ts";

/** Answers a call, or lets it go the long way. */
export type ShortWay = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  longWay: () => void,
) => void;

/** A link as it is shared: what else may stand behind it is read on the long way. */
const plainLink = /^\/r\/([0-9A-Za-z]{1,40})(?:\?channel=([\w-]{1,40}))?$/;

/**
 * Takes beacons and followed links as Node's server hands them over: to make a request of the web's of each, and an answer,
 * costs as much as all that is asked of it. Whatever is unusual about one goes the long way, which answers the same.
 */
export function shortWay(
  receive: ReceiveEvents,
  follow: FollowPlainly,
  log: Log,
): ShortWay {
  return (incoming, outgoing, longWay) => {
    // What nobody has caught must not end the process.
    const failed = (error: unknown) => {
      log.error({ err: error }, "A request failed unexpectedly");
      outgoing.destroy();
    };
    const { url = "", method, headers } = incoming;
    if (!isHost(headers.host)) return longWay();
    if (method === "POST" && url === "/v1/events" && isPlain(incoming))
      return hear(incoming, (read) => {
        receive(plainCaller(incoming), read)
          .then((answer) => send(outgoing, answer))
          .catch(failed);
      });
    const link = method === "GET" ? plainLink.exec(url) : null;
    if (!link) return longWay();
    const [, code = "", channel] = link;
    follow(plainCaller(incoming), { code, channel })
      .then((answer) => (answer ? send(outgoing, answer) : longWay()))
      .catch(failed);
  };
}

/** Hosts by which we were called: few, unless somebody plays with them. */
const hosts = new Set<string>();
const maxHosts = 100;

/** Whether the web could make an address of it. Where that is not sure, the long way tries. */
function isHost(host = ""): boolean {
  if (hosts.has(host)) return true;
  if (!/^[a-z0-9.-]+(:\d+)?$/.test(host) || !URL.canParse(`http://${host}/`))
    return false;
  if (hosts.size >= maxHosts) hosts.clear();
  hosts.add(host);
  return true;
}

/** Without a length a body is counted while it comes; one that is packed or too large is refused. */
function isPlain({ headers }: IncomingMessage): boolean {
  return (
    Number(headers["content-length"]) <= maxBodyBytes &&
    headers["content-encoding"] === undefined
  );
}

function hear(
  incoming: IncomingMessage,
  heard: (read: () => string) => void,
): void {
  const chunks: Buffer[] = [];
  incoming
    .on("data", (chunk: Buffer) => chunks.push(chunk))
    .on("end", () => heard(() => textOf(chunks)))
    .on("error", (error) =>
      heard(() => {
        throw endedBy(error);
      }),
    );
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
