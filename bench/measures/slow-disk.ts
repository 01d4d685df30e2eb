import { join } from "node:path";
import { startCollector } from "../../tests/collector-process.ts";
import type { Bench, Measure } from "../measure.ts";
import { median, spread } from "../median.ts";
import { eventRequest } from "../requests.ts";
import { type Run, runLoad } from "../run-load.ts";
import { slowFsync } from "../slow-disk/slow-fsync.ts";

const delayMs = 10;
const connections = 256;
const control = join(
  import.meta.dirname,
  "../slow-disk/writer-on-main-thread.ts",
);

/** A disk whose sync takes longer must hold up the commits, and nothing else. */
export const slowDisk: Measure = {
  name: "slow-disk",
  isLong: false,
  engines: ["sqlite"],
  async run(bench) {
    const disk = slowFsync(delayMs);
    if ("missing" in disk) {
      bench.say(`  skipped: ${disk.missing}`);
      return { figures: [], details: [] };
    }
    const slow = await measured(bench, disk.env);
    const onMain = await measured(bench, {
      ...disk.env,
      NODE_OPTIONS: `--import ${control}`,
    });
    const p99 = slow.map(({ p99Ms }) => p99Ms);
    return {
      figures: [
        {
          name: "slow-disk",
          what: `${connections} connections, fsync ${delayMs} ms longer: 99 of 100 answers within`,
          value: median(p99),
          unit: "ms",
          spread: spread(p99),
          gate: { atMost: 80 },
          aim: 40,
        },
      ],
      details: [
        {
          title: "A slow disk",
          head: ["", "requests/s", "p50 ms", "p99 ms", "longest ms"],
          rows: [
            line("as it is, the writer in a thread of its own", slow),
            line("control: the same on the main thread", onMain),
          ],
          notes: [
            `${connections} connections, one event a request, ${slow.length} run(s) of ${bench.scale.secondsARun} s; \`fsync\` and \`fdatasync\` take ${delayMs} ms longer by a shim that the bench compiles. That it works is seen before: one request alone takes those ${delayMs} ms.`,
          ],
        },
      ],
    };
  },
};

async function measured(
  { engine, scale, say }: Bench,
  env: Record<string, string>,
): Promise<Run[]> {
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
  const runs: Run[] = [];
  for (let round = 0; round < scale.rounds; round++) {
    const seconds = scale.secondsARun;
    const run = await runLoad(collector, { ...load, connections, seconds });
    say(`  p99 ${run.p99Ms.toFixed(1)} ms at ${Math.round(run.perSecond)}/s`);
    runs.push(run);
  }
  await collector.end("SIGTERM");
  return runs;
}

function line(what: string, runs: Run[]): (string | number)[] {
  return [
    what,
    Math.round(median(runs.map(({ perSecond }) => perSecond))),
    median(runs.map(({ p50Ms }) => p50Ms)).toFixed(1),
    median(runs.map(({ p99Ms }) => p99Ms)).toFixed(1),
    Math.max(...runs.map(({ longestMs }) => longestMs)).toFixed(1),
  ];
}
