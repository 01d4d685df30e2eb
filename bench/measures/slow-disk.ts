import { join } from "node:path";
import { startCollector } from "../../tests/collector-process.ts";
import type { Bench, Figure, Measure } from "../measure.ts";
import { median, spread } from "../median.ts";
import { eventRequest } from "../requests.ts";
import { type Run, runLoad } from "../run-load.ts";
import { watchMemory } from "../servers.ts";
import { slowFsync } from "../slow-disk/slow-fsync.ts";

/** Of the first a budget speaks; the second is a disk in trouble. */
const delaysMs = [10, 100] as const;
const connections = 256;
const control = join(
  import.meta.dirname,
  "../slow-disk/writer-on-main-thread.ts",
);

/** A disk whose sync takes longer must hold up the commits, and nothing else. */
export const slowDisk: Measure = {
  name: "slow-disk",
  engines: ["sqlite"],
  async run(bench) {
    const figures: Figure[] = [];
    const rows: (string | number)[][] = [];
    for (const delayMs of delaysMs) {
      const disk = slowFsync(delayMs);
      if ("missing" in disk) {
        bench.say(`  skipped: ${disk.missing}`);
        return { figures: [], details: [] };
      }
      const slow = await measured(bench, delayMs, disk.env);
      figures.push(figureOf(delayMs, slow));
      rows.push(line(`${delayMs} ms, the writer in a thread of its own`, slow));
      if (delayMs !== delaysMs[0]) continue;
      const NODE_OPTIONS = `--import ${control}`;
      const onMain = await measured(bench, delayMs, {
        ...disk.env,
        NODE_OPTIONS,
      });
      rows.push(line(`control: ${delayMs} ms, on the main thread`, onMain));
    }
    return {
      figures,
      details: [
        {
          title: "A slow disk",
          head: [
            ...["fsync longer by", "requests/s", "p50 ms", "p99 ms"],
            ...["longest ms", "memory MB"],
          ],
          rows,
          notes: [
            `${connections} connections, one event a request, ${bench.scale.rounds} run(s) of ${bench.scale.secondsARun} s; \`fsync\` and \`fdatasync\` take longer by a shim that the bench compiles. That it works is seen before: one request alone takes that long. Memory is the most that the process held.`,
          ],
        },
      ],
    };
  },
};

type Seen = Run & { mb: number };

function figureOf(delayMs: number, runs: Seen[]): Figure {
  const p99 = runs.map(({ p99Ms }) => p99Ms);
  const isBudget = delayMs === delaysMs[0];
  return {
    name: isBudget ? "slow-disk" : `slow-disk-${delayMs}`,
    what: `${connections} connections, fsync ${delayMs} ms longer: 99 of 100 answers within`,
    value: median(p99),
    unit: "ms",
    spread: spread(p99),
    gate: isBudget ? { atMost: 80 } : null,
    aim: isBudget ? 40 : null,
  };
}

async function measured(
  { engine, scale, say }: Bench,
  delayMs: number,
  env: Record<string, string>,
): Promise<Seen[]> {
  const database = await engine.newDatabase();
  const collector = await startCollector({ database, env });
  const load = { request: eventRequest(), expected: [202] };
  const alone = await runLoad(collector, {
    ...load,
    connections: 1,
    seconds: 1,
  });
  if (alone.p50Ms < delayMs)
    throw new Error(
      `Expected one request to wait ${delayMs} ms for the disk, and it took ${alone.p50Ms}.`,
    );
  const runs: Seen[] = [];
  for (let round = 0; round < scale.rounds; round++) {
    const seconds = scale.secondsARun;
    const watch = watchMemory(collector.pid);
    const run = await runLoad(collector, { ...load, connections, seconds });
    say(`  p99 ${run.p99Ms.toFixed(1)} ms at ${Math.round(run.perSecond)}/s`);
    runs.push({ ...run, mb: watch.stop() });
  }
  await collector.end("SIGTERM");
  return runs;
}

function line(what: string, runs: Seen[]): (string | number)[] {
  return [
    what,
    Math.round(median(runs.map(({ perSecond }) => perSecond))),
    median(runs.map(({ p50Ms }) => p50Ms)).toFixed(1),
    median(runs.map(({ p99Ms }) => p99Ms)).toFixed(1),
    Math.max(...runs.map(({ longestMs }) => longestMs)).toFixed(1),
    Math.round(Math.max(...runs.map(({ mb }) => mb))),
  ];
}
