import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: Record<string, string>;
  body: string;
  /** The address that was asked for. */
  path: string;
}

/** A shop's server on loopback that takes webhooks, and answers as the test says. */
export async function openReceiver() {
  const received: Received[] = [];
  let answer = (response: ServerResponse): void => {
    response.writeHead(204).end();
  };
  let atOnce = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    let isUnderWay = true;
    const leave = () => {
      if (isUnderWay) atOnce -= 1;
      isUnderWay = false;
    };
    // Answered, as the sender sees it, or given up by it.
    response.on("finish", leave).on("close", leave);
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = request.headers as Record<string, string>;
    received.push({ headers, body, path: request.url ?? "" });
    answer(response);
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const end = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((done) => server.close(done));
  };
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/hooks`,
    mostAtOnce: () => mostAtOnce,
    answerWith(next: typeof answer) {
      answer = next;
    },
    answerStatus(status: number, headers: Record<string, string> = {}) {
      answer = (response) => {
        response.writeHead(status, headers).end(`answered ${status}`);
      };
    },
    /** Ends it; until `begin`, nobody listens there. */
    end,
    begin: () => listen(port),
  };
}
