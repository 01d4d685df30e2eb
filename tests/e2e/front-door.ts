import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { throwAwayCertificate } from "./throw-away-certificate.ts";

/** A request as it came through the door. */
export interface Passage {
  host: string;
  method: string;
  path: string;
  cookie: string | null;
  status: number | null;
  /** Neither answered nor ended. */
  isUnderWay: boolean;
  body: string;
}

/** An answer on its way back through the door. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The connection ends before the body does. */
  isCut?: boolean;
}

/** What the door does instead of simply passing on; `null` ends the connection without an answer. */
export type Fault = (
  pass: () => Promise<Answer>,
  passage: Passage,
) => Promise<Answer | null>;

export interface FrontDoor {
  port: number;
  /** Every request so far, in order. */
  passages: Passage[];
  /** What a host, or all below a path of it, leads to on loopback; the path is taken off, as a proxy in front does. */
  lead(place: string, port: number): void;
  /** From now on a host's requests meet this; without one, nothing. */
  disturb(host: string, fault?: Fault): void;
  close(): void;
}

/** One TLS door for all hosts of a test: ends the encryption and passes on by the name asked for. */
export async function openFrontDoor(): Promise<FrontDoor> {
  const ports = new Map<string, number>();
  const faults = new Map<string, Fault>();
  const passages: Passage[] = [];
  const server = createServer(
    throwAwayCertificate(),
    async (incoming, outgoing) => {
      const host = incoming.headers.host ?? "";
      const body = await buffer(incoming);
      const passage: Passage = {
        host,
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        cookie: incoming.headers.cookie ?? null,
        status: null,
        isUnderWay: true,
        body: body.toString(),
      };
      passages.push(passage);
      outgoing.on("close", () => {
        passage.isUnderWay = false;
      });
      const place = [...ports.keys()]
        .filter((one) => `${host}${passage.path}/`.startsWith(`${one}/`))
        .sort((a, b) => b.length - a.length)[0];
      const path = passage.path.slice((place ?? host).length - host.length);
      const pass = () =>
        ask(
          ports.get(place ?? host) ?? 0,
          { ...passage, path: path || "/" },
          incoming.headers,
          body,
        );
      const fault = faults.get(host);
      const answer = await (fault ? fault(pass, passage) : pass()).catch(
        () => ({ status: 502, headers: {}, body: Buffer.alloc(0) }) as Answer,
      );
      if (!answer) return incoming.socket.destroy();
      passage.status = answer.status;
      outgoing.writeHead(answer.status, answer.headers);
      if (!answer.isCut) return outgoing.end(answer.body);
      outgoing.write(answer.body.subarray(0, answer.body.length / 2), () =>
        incoming.socket.destroy(),
      );
    },
  );
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  return {
    port: (server.address() as AddressInfo).port,
    passages,
    lead: (place, port) => ports.set(place, port),
    disturb(host, fault) {
      if (fault) faults.set(host, fault);
      else faults.delete(host);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function ask(
  port: number,
  { method, path }: Passage,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: {
        ...headers,
        "x-forwarded-for": "192.0.2.1",
        "x-forwarded-proto": "https",
      },
    });
    onward.on("response", async (answer) => {
      const { "transfer-encoding": _, ...rest } = answer.headers;
      resolve({
        status: answer.statusCode ?? 502,
        headers: rest,
        body: await buffer(answer),
      });
    });
    onward.on("error", reject);
    onward.end(body);
  });
}
