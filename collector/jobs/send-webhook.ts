import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../actions/public-address.ts";
import type { AttemptFailure } from "../actions/settle-delivery.ts";
import { hostOf, type WebhookNetwork, whyNot } from "../actions/webhook-url.ts";

/** An answer is only looked at, to be shown in the log: this much of it. */
const maxAnswerBytes = 4 * 1024;

export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface WebhookResponse {
  status: number;
  retryAfter: string | null;
  /** The beginning of the body. */
  answer: string;
}

/** Sends one request, or rejects with `SendFailure`. */
export type Send = (request: WebhookRequest) => Promise<WebhookResponse>;

/** Why there was no answer at all. */
export class SendFailure extends Error {
  readonly because: AttemptFailure;

  constructor(because: AttemptFailure, message: string) {
    super(message);
    this.name = "SendFailure";
    this.because = because;
  }
}

/**
 * Sends over the network, to public addresses only unless allowed otherwise: a name is resolved once and the
 * connection made to just that address, so that it cannot lead elsewhere between the check and the call.
 * Redirects are not followed, and all of it takes ten seconds at most.
 */
export function sendOver(
  network: WebhookNetwork,
  { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
): Send {
  return async ({ url: text, headers, body }) => {
    const refusal = whyNot(text, network);
    if (refusal) throw new SendFailure("private_address", refusal);
    const url = new URL(text);
    const { request } = url.protocol === "https:" ? https : http;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await new Promise((resolve, reject) => {
        const sent = request(url, {
          method: "POST",
          headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
          // A connection of its own: a kept one was checked for another message.
          agent: false,
          // An address in the URL is not looked up; `whyNot` has seen it.
          ...(isIP(hostOf(url)) ? {} : { lookup: checkedLookup(network) }),
          signal,
        });
        sent.on("response", (response) => {
          sent.off("error", reject).on("error", () => {});
          void beginningOf(response).then((answer) => {
            sent.destroy();
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: response.headers["retry-after"] ?? null,
              answer,
            });
          });
        });
        sent.on("error", reject);
        sent.end(body);
      });
    } catch (error) {
      throw failureOf(error, signal.aborted ? timeoutMs : null);
    }
  };
}

/** A look-up for a socket, that answers public addresses or nothing. */
function checkedLookup(network: WebhookNetwork): LookupFunction {
  return (host, options, callback) => {
    const answer = async () => {
      const found = await network.resolve(host);
      const isRefused =
        !network.allowPrivate &&
        found.some(({ address }) => !isPublicAddress(address));
      if (isRefused || !found[0])
        throw new SendFailure(
          isRefused ? "private_address" : "unreachable",
          `Expected ${host} to lead to an address on the internet.`,
        );
      return found;
    };
    answer().then(
      (found) => {
        if (options.all) callback(null, found);
        else callback(null, found[0]?.address ?? "", found[0]?.family);
      },
      (error: Error) => callback(error, ""),
    );
  };
}

/** The status has come, so the attempt has its outcome: a body that stops midway changes nothing. */
async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= maxAnswerBytes) break;
    }
  } catch {}
  return Buffer.concat(chunks).toString("utf8", 0, maxAnswerBytes);
}

function failureOf(error: unknown, timedOutMs: number | null): SendFailure {
  if (error instanceof SendFailure) return error;
  if (timedOutMs !== null)
    return new SendFailure("timed_out", `No answer within ${timedOutMs} ms.`);
  const { code, message } = error as NodeJS.ErrnoException;
  return new SendFailure("unreachable", code ?? message);
}
