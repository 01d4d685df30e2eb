/**
 * Load that does not wait for answers: `node bench/load/open-loop.ts '{...}'` sends
 * at instants fixed before, and counts an answer's time from there, so that a
 * slow server cannot hide behind requests that were not sent (coordinated
 * omission). Prints one line of JSON.
 */
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../median.ts";
import { type Load, onAnswers, requestMaker } from "./load.ts";

export interface OpenLoad {
  port: number;
  perSecond: number;
  seconds: number;
  /** As many browsers as may be waiting at once; beyond it a request waits here, and its time runs. */
  connections: number;
  request: Load["request"];
  /** Where the ids that were accepted are written, one a line. */
  acceptedIds: string;
}

export interface OpenMeasured {
  sent: number;
  statuses: Record<string, number>;
  /** Connections that ended without an answer, and requests that nobody took until the end. */
  unanswered: number;
  withoutRetryAfter: number;
  acceptedP99Ms: number;
  refusedP50Ms: number;
  refusedP99Ms: number;
  refusedLongestMs: number;
  /** How late this process itself sent, at worst. */
  sentLateMs: number;
  cpuShare: number;
}

/** As browsers have addresses of their own. */
const connectionsAnAddress = 200;
/** So long answers are waited for after the last request. */
const patienceMs = 15_000;
/** Browsers that are there already, which come one after the other; others come when all of these wait. */
const connectionsBefore = 3_000;

export async function measureOpenLoop(load: OpenLoad): Promise<OpenMeasured> {
  const next = requestMaker(load.request);
  const accepted: string[] = [];
  const waits: Record<"202" | "503", number[]> = { "202": [], "503": [] };
  const statuses: Record<string, number> = {};
  const queue: number[] = [];
  let taken = 0;
  let withoutRetryAfter = 0;
  let sentLateMs = 0;
  let answered = 0;
  let lost = 0;
  let open = 0;
  const idle: ((dueAt: number) => void)[] = [];
  const total = Math.round(load.perSecond * load.seconds);
  const cpuBefore = process.cpuUsage();
  let startedAt = performance.now();

  /** With a request to send, or with none yet. */
  function openConnection(first: number | null): void {
    const address =
      2 + (open % Math.ceil(load.connections / connectionsAnAddress));
    open += 1;
    const socket = connect({
      port: load.port,
      host: "127.0.0.1",
      localAddress: `127.0.0.${address}`,
    });
    socket.setNoDelay(true);
    let current = first === null ? null : { dueAt: first, id: "" };
    const send = (dueAt: number) => {
      const text = next();
      current = { dueAt, id: /"id":"([^"]+)"/.exec(text)?.[1] ?? "" };
      socket.write(text);
    };
    const takeNext = () => {
      const dueAt = queue[taken];
      if (dueAt === undefined) {
        idle.push(send);
        return;
      }
      taken += 1;
      send(dueAt);
    };
    socket.on("error", () => {});
    socket.on("close", () => {
      open -= 1;
      if (current) lost += 1;
      const at = idle.indexOf(send);
      if (at >= 0) idle.splice(at, 1);
    });
    onAnswers(socket, (status, _body, head) => {
      if (!current) return;
      const { dueAt, id } = current;
      current = null;
      answered += 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === "202") accepted.push(id);
      if (status === "503" && !/\r\nretry-after: *\d/i.test(head))
        withoutRetryAfter += 1;
      if (status === "202" || status === "503")
        waits[status].push(performance.now() - dueAt);
      if (/\r\nconnection: *close/i.test(head)) socket.destroy();
      else takeNext();
    });
    socket.on("connect", () => {
      if (first === null) takeNext();
      else send(first);
    });
  }

  while (idle.length < Math.min(connectionsBefore, load.connections)) {
    if (open < connectionsBefore) openConnection(null);
    await pause(1);
  }
  startedAt = performance.now();
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const now = performance.now();
      while (queue.length < total) {
        const dueAt = startedAt + (queue.length / load.perSecond) * 1000;
        if (dueAt > now) break;
        sentLateMs = Math.max(sentLateMs, now - dueAt);
        queue.push(dueAt);
      }
      while (taken < queue.length) {
        const dueAt = queue[taken] ?? now;
        const send = idle.pop();
        if (!send && open >= load.connections) break;
        taken += 1;
        if (send) send(dueAt);
        else openConnection(dueAt);
      }
      const over = queue.length === total && answered + lost >= total;
      const isLate = now > startedAt + load.seconds * 1000 + patienceMs;
      if (!over && !isLate) return;
      clearInterval(timer);
      resolve(result());
    }, 1);
  });

  function result(): OpenMeasured {
    const cpu = process.cpuUsage(cpuBefore);
    writeFileSync(load.acceptedIds, accepted.join("\n"));
    return {
      sent: taken,
      statuses,
      unanswered: total - answered,
      withoutRetryAfter,
      acceptedP99Ms: percentile(waits["202"], 0.99),
      refusedP50Ms: percentile(waits["503"], 0.5),
      refusedP99Ms: percentile(waits["503"], 0.99),
      refusedLongestMs: percentile(waits["503"], 1),
      sentLateMs,
      cpuShare:
        (cpu.user + cpu.system) / 1000 / (performance.now() - startedAt),
    };
  }
}

if (import.meta.main) {
  const load = JSON.parse(process.argv[2] ?? "") as OpenLoad;
  console.log(JSON.stringify(await measureOpenLoop(load)));
  process.exit();
}
