import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { throwAwayCertificate } from "./throw-away-certificate.ts";

/** A request as it came through the door. */
export interface Passage {
  host: string;
  method: string;
  path: string;
  cookie: string | null;
  status: number | null;
}

export interface FrontDoor {
  port: number;
  /** Every request so far, in order. */
  passages: Passage[];
  /** What a host leads to, on loopback. */
  lead(host: string, port: number): void;
  close(): void;
}

/** One TLS door for all hosts of a test: ends the encryption and passes on by the name asked for. */
export async function openFrontDoor(): Promise<FrontDoor> {
  const ports = new Map<string, number>();
  const passages: Passage[] = [];
  const server = createServer(throwAwayCertificate(), (incoming, outgoing) => {
    const host = incoming.headers.host ?? "";
    const passage: Passage = {
      host,
      method: incoming.method ?? "",
      path: incoming.url ?? "",
      cookie: incoming.headers.cookie ?? null,
      status: null,
    };
    passages.push(passage);
    const onward = request({
      host: "127.0.0.1",
      port: ports.get(host) ?? 0,
      method: passage.method,
      path: passage.path,
      headers: {
        ...incoming.headers,
        "x-forwarded-for": "192.0.2.1",
        "x-forwarded-proto": "https",
      },
    });
    onward.on("response", (answer) => {
      passage.status = answer.statusCode ?? null;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  return {
    port: (server.address() as AddressInfo).port,
    passages,
    lead: (host, port) => ports.set(host, port),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
