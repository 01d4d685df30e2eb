import { startCollector } from "../../tests/collector-process.ts";
import type { Measure } from "../measure.ts";
import { median } from "../median.ts";
import { eventRequest } from "../requests.ts";
import { runLoad } from "../run-load.ts";
import { memoryMb } from "../servers.ts";

interface Stretch {
  atSeconds: number;
  /** The most within the stretch. */
  mb: number;
  perSecond: number;
  p99Ms: number;
}

/** Points of the curve. */
const stretches = 30;

/** The soak: what a collector holds in memory while it takes all it can. */
export const memory: Measure = {
  name: "memory",
  isLong: true,
  engines: ["sqlite", "postgres"],
  async run({ engine, scale, say }) {
    const collector = await startCollector({
      database: await engine.newDatabase(),
    });
    const curve: Stretch[] = [];
    const seconds = scale.soakSeconds / stretches;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, memoryMb(collector.pid) ?? Number.NaN);
    }, 250);
    for (let n = 1; n <= stretches; n++) {
      most = 0;
      const run = await runLoad(collector, {
        request: eventRequest(),
        expected: [202],
        connections: 32,
        seconds,
      });
      curve.push({ ...run, atSeconds: n * seconds, mb: most });
      say(`  ${Math.round(n * seconds)} s: ${Math.round(most)} MB`);
    }
    clearInterval(watch);
    await collector.end("SIGTERM");
    const minutes = scale.soakSeconds / 60;
    const during = `${minutes < 1 ? `${scale.soakSeconds} s` : `${minutes} minutes`} at full load`;
    const third = stretches / 3;
    return {
      figures: [
        {
          name: "memory",
          what: `memory during ${during}, the most`,
          value: Math.max(...curve.map(({ mb }) => mb)),
          unit: "MB",
          spread: null,
          gate: { atMost: 250 },
          aim: null,
        },
        {
          name: "memory-growth",
          what: "memory in the last third of that, against the middle third",
          value:
            medianMb(curve.slice(-third)) /
            medianMb(curve.slice(third, 2 * third)),
          unit: "of the middle",
          spread: null,
          gate: { atMost: 1.05 },
          aim: null,
        },
      ],
      details: [
        {
          title: "Memory at full load",
          head: ["after", "memory MB", "requests/s", "p99 ms", ""],
          rows: curve
            .filter((_, index) => index % 3 === 2)
            .map(({ atSeconds, mb, perSecond, p99Ms }) => [
              `${Math.round(atSeconds)} s`,
              Math.round(mb),
              Math.round(perSecond),
              p99Ms.toFixed(1),
              "▇".repeat(Math.round(mb / 10)),
            ]),
          notes: [
            "One event a request, 32 connections; the most that the collector's process held in each stretch, all its threads and caches together, looked at four times a second.",
          ],
        },
      ],
    };
  },
};

function medianMb(curve: Stretch[]): number {
  return median(curve.map(({ mb }) => mb));
}
