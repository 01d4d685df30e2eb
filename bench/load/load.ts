/**
 * The load where no C compiler is: `node bench/load/load.ts '{...}'`, a process of its own, keep-alive
 * connections to loopback with one request at a time on each, bounded in time
 * and count. Prints what it measured as one line of JSON.
 */
import { connect, type Socket } from "node:net";

export interface Load {
  port: number;
  seconds: number;
  connections: number;
  /** Where `{id}`, `{n}`, `{visitor}` and `{now}` stand: a new event id, a new number, one browser of many, epoch milliseconds. */
  request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string;
  };
}

export interface Measured {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  longestMs: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** The first answer's body, to see that the right thing was measured. */
  firstBody: string;
  /** Share of one core that this process used: near 1, it is the load that is slow. */
  cpuShare: number;
}

/** A prime, below which visitors' numbers are scattered. */
export const visitorsModulus = 10_000_000_019;
const mostRequests = 2_000_000;
/** Tells the ids of this process from those of the run before. */
const run = process.pid.toString(36).padStart(4, "0");
let count = 0;

function measure(load: Load): Promise<Measured> {
  const next = requestMaker(load.request);
  const latencies = new Float64Array(mostRequests);
  const statuses: Record<string, number> = {};
  let requests = 0;
  let firstBody = "";
  const startedAt = performance.now();
  const endsAt = startedAt + load.seconds * 1000;
  const cpuBefore = process.cpuUsage();

  return new Promise((resolve, reject) => {
    let open = load.connections;
    for (let i = 0; i < load.connections; i++) {
      const socket = connect(load.port, "127.0.0.1");
      socket.setNoDelay(true);
      socket.on("error", reject);
      let sentAt = 0;
      const send = () => {
        const now = performance.now();
        if (now >= endsAt || requests + open > mostRequests) {
          socket.destroy();
          open -= 1;
          if (open === 0) resolve(result());
          return;
        }
        sentAt = now;
        socket.write(next());
      };
      onAnswers(socket, (status, body) => {
        latencies[requests] = performance.now() - sentAt;
        requests += 1;
        statuses[status] = (statuses[status] ?? 0) + 1;
        firstBody ||= body;
        send();
      });
      socket.on("connect", send);
    }
  });

  function result(): Measured {
    const elapsedMs = performance.now() - startedAt;
    const cpu = process.cpuUsage(cpuBefore);
    const sorted = latencies.subarray(0, requests).sort();
    const at = (share: number) => sorted[Math.floor(requests * share)] ?? 0;
    return {
      requests,
      perSecond: (requests / elapsedMs) * 1000,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      longestMs: sorted[requests - 1] ?? 0,
      statuses,
      firstBody: firstBody.slice(0, 500),
      cpuShare: (cpu.user + cpu.system) / 1000 / elapsedMs,
    };
  }
}

/** Splits the stream into answers. One request is under way, so an answer ends where its length says. */
export function onAnswers(
  socket: Socket,
  answered: (status: string, body: string, head: string) => void,
): void {
  let rest = "";
  socket.on("data", (chunk) => {
    rest = rest ? rest + chunk.toString("latin1") : chunk.toString("latin1");
    const headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = rest.slice(0, headEnd);
    const body = rest.slice(headEnd + 4);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const isComplete =
      length === undefined
        ? !/\r\ntransfer-encoding: *chunked/i.test(head) ||
          body.endsWith("0\r\n\r\n")
        : body.length >= Number(length);
    if (!isComplete) return;
    rest = "";
    answered(head.slice(9, 12), body, head);
  });
}

/** Answers the next request's text, each time it is called. */
export function requestMaker({ method, path, headers, body }: Load["request"]) {
  const fillPath = filler(path);
  const fillBody = filler(body);
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return () => {
    const text = fillBody();
    return `${method} ${fillPath()} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
}

function filler(template: string): () => string {
  const parts = template.split(/(\{id\}|\{n\}|\{visitor\}|\{now\})/);
  if (parts.length === 1) return () => template;
  return () => {
    const now = Date.now();
    let text = "";
    for (const part of parts) {
      if (part === "{now}") text += now;
      else if (part === "{n}") text += `${run}-${count++}`;
      else if (part === "{visitor}") text += someVisitor();
      else if (part === "{id}")
        text +=
          now.toString(36).padStart(9, "0") +
          run +
          (count++).toString(36).padStart(8, "0");
      else text += part;
    }
    return text;
  };
}

/** As large-database.ts names them: anywhere among those that are stored, as a random id would be. */
function someVisitor(): string {
  return String(Math.floor(Math.random() * visitorsModulus)).padStart(22, "0");
}

if (import.meta.main) {
  const load = JSON.parse(process.argv[2] ?? "") as Load;
  console.log(JSON.stringify(await measure(load)));
  process.exit();
}
