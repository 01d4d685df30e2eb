/** `npm run bench`: what the collector takes, against servers that do nothing, in the same run. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { startCollector } from "../tests/collector-process.ts";
import { type Figure, figures } from "./figures.ts";
import type { Load, Measured } from "./load.ts";
import { table } from "./table.ts";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 1 : 3;
const seconds = isQuick ? 1 : 4;
const here = import.meta.dirname;
/** Work of others on this machine, before any of ours: runnable tasks over the last minute. */
const busy = loadavg()[0] ?? 0;

interface Run extends Measured {
  /** The server's time on the processor for one request, where the system tells. */
  cpuMicros: number | null;
}

const raw = await startBaseline("raw");
const hono = await startBaseline("hono");
const database = process.env.ENISHI_BENCH_DATABASE;
const collector = await startCollector(database ? { database } : {});
const all = await figures(collector);
const event = all[0];
if (!event) throw new Error("Expected at least one figure.");
const series: (Figure & { server: { port: number; pid: number } })[] = [
  { ...event, what: "raw node:http, one event", server: raw },
  { ...event, what: "Hono, JSON parsed, one event", server: hono },
  ...all.map((figure) => ({ ...figure, server: collector })),
];
const runs = series.map((): Run[] => []);

for (let round = 0; round < rounds; round++) {
  for (const [index, { request, server, expected }] of series.entries()) {
    const load = { port: server.port, request, connections: 32 };
    if (round === 0) await run({ ...load, seconds: seconds / 4 }, server.pid);
    const measured = await run({ ...load, seconds }, server.pid);
    const unexpected = Object.keys(measured.statuses).filter(
      (status) => !expected.includes(Number(status)),
    );
    if (unexpected.length) {
      throw new Error(
        `Expected ${expected} and got ${JSON.stringify(measured.statuses)}: ${measured.firstBody}`,
      );
    }
    runs[index]?.push(measured);
  }
}

const rawPerSecond = median(runs[0] ?? [], "perSecond");
console.log(
  `\n${rounds} alternating run(s) of ${seconds} s, 32 connections, load from a process of its own; medians, spread of the rate beside them\n`,
);
console.log(
  table(
    [
      "",
      "requests/s",
      "spread",
      "events/s",
      "of raw",
      "at least",
      "aim",
      "p50 ms",
      "p99 ms",
      "CPU µs",
    ],
    series.map(({ what, events, floor, aim, server }, index) => {
      const measured = runs[index] ?? [];
      const perSecond = median(measured, "perSecond");
      return [
        what,
        Math.round(perSecond),
        spread(measured),
        Math.round(perSecond * events),
        ((perSecond * events) / rawPerSecond).toFixed(2),
        server === collector ? floor.toFixed(2) : "",
        server === collector && aim ? aim.toFixed(2) : "",
        median(measured, "p50Ms").toFixed(2),
        median(measured, "p99Ms").toFixed(2),
        measured[0]?.cpuMicros === null
          ? "?"
          : Math.round(median(measured, "cpuMicros")),
      ];
    }),
  ),
);
const load = Math.max(...(runs[0] ?? []).map(({ cpuShare }) => cpuShare));
console.log(
  `\nThe load used ${Math.round(load * 100)} % of a core against raw. Near 100 %, raw could do more than is shown; then trust CPU µs, the server's processor time for one request, all its threads together.`,
);
if (busy > availableParallelism() / 2) {
  console.log(
    `This machine was busy before the start (load ${busy.toFixed(1)} on ${availableParallelism()} cores): the rates say little, measure again when it is quiet.`,
  );
}
console.log(
  `Memory of the collector afterwards: ${memoryMb(collector.pid)} MB`,
);

await collector.end("SIGTERM");
raw.child.kill();
hono.child.kill();

async function run(load: Load, pid: number): Promise<Run> {
  const before = cpuMs(pid);
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(here, "load.ts"),
    JSON.stringify(load),
  ]);
  const after = cpuMs(pid);
  const measured = JSON.parse(stdout) as Measured;
  const cpuMicros =
    before === null || after === null
      ? null
      : ((after - before) * 1000) / measured.requests;
  return { ...measured, cpuMicros };
}

async function startBaseline(name: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(here, "baseline.ts"), name],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  process.on("exit", () => child.kill());
  if (!child.stdout || !child.pid) throw new Error(`Could not start ${name}.`);
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, pid: child.pid, port: Number(line) };
  }
  throw new Error(`Expected the ${name} baseline to print its port.`);
}

function median(
  of: Run[],
  field: "perSecond" | "p50Ms" | "p99Ms" | "cpuMicros",
) {
  const sorted = of.map((one) => one[field] ?? 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spread(of: Run[]): string {
  const rates = of.map(({ perSecond }) => perSecond);
  const width = Math.max(...rates) - Math.min(...rates);
  return `±${Math.round((width / 2 / median(of, "perSecond")) * 100)} %`;
}

/** Processor time of a process and its threads, from Linux' own books (in hundredths of a second). */
function cpuMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

function memoryMb(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kb = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    return kb ? String(Math.round(Number(kb) / 1024)) : "?";
  } catch {
    return "?";
  }
}
