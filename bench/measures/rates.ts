import { startCollector } from "../../tests/collector-process.ts";
import type { Bench, Detail, Figure, Measure } from "../measure.ts";
import { median, spread } from "../median.ts";
import { type Rate, ratesOf } from "../rates-asked.ts";
import { eventRequest } from "../requests.ts";
import { type Run, runLoad } from "../run-load.ts";
import type { Server } from "../servers.ts";

const connections = 32;

/** Requests a second, in alternating runs with the servers that do nothing. */
export const rates: Measure = {
  name: "rates",
  parts: ["event", "batch", "sale", "me", "link"],
  engines: ["sqlite", "postgres"],
  async run(bench) {
    const database = await bench.engine.newDatabase();
    const collector = await startCollector({ database });
    const all = await ratesOf(collector);
    const asked = all.filter(
      ({ name }) =>
        !bench.only || bench.only.has("rates") || bench.only.has(name),
    );
    const typical = { request: eventRequest(), expected: [202], events: 1 };
    const series: (Omit<Rate, "atLeast"> & { server: Server })[] = [
      { ...typical, name: "raw", what: "raw node:http", server: bench.raw },
      { ...typical, name: "hono", what: "Hono", server: bench.hono },
      ...asked.map((rate) => ({ ...rate, server: collector })),
    ];
    const runs = await alternate(bench, series);
    await collector.end("SIGTERM");
    const raw = median(ratesIn(runs.get("raw")));
    return {
      figures: asked.flatMap((rate) =>
        figuresOf(bench, rate, runs.get(rate.name) ?? [], raw),
      ),
      details: [
        detailOf(
          series.map(({ name, what, events }) => {
            const its = runs.get(name) ?? [];
            return { what, events, runs: its, raw };
          }),
          `${bench.scale.rounds} alternating runs of ${bench.scale.secondsARun} s, ${connections} connections, one request at a time on each`,
        ),
      ],
    };
  },
};

async function alternate(
  { scale, say }: Bench,
  series: (Omit<Rate, "atLeast"> & { server: Server })[],
): Promise<Map<string, Run[]>> {
  const runs = new Map(series.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < scale.rounds; round++) {
    for (const { name, request, server, expected } of series) {
      const load = { request, expected, connections };
      if (round === 0)
        await runLoad(server, { ...load, seconds: scale.secondsARun / 4 });
      const run = await runLoad(server, {
        ...load,
        seconds: scale.secondsARun,
      });
      say(`  ${name}: ${Math.round(run.perSecond)} requests/s`);
      runs.get(name)?.push(run);
    }
  }
  return runs;
}

function figuresOf(
  { engine }: Bench,
  { name, what, events, atLeast, aim, p99Ms }: Rate,
  runs: Run[],
  raw: number,
): Figure[] {
  const figures: Figure[] = [
    {
      name,
      what,
      value: (median(ratesIn(runs)) * events) / raw,
      unit: "of raw",
      perSecond: median(ratesIn(runs)),
      spread: spread(ratesIn(runs)),
      gate: { atLeast: atLeast[engine.name] },
      aim: aim?.[engine.name] ?? null,
    },
  ];
  const limit = engine.name === "sqlite" || name === "me" ? p99Ms : undefined;
  if (limit !== undefined)
    figures.push({
      name: `${name}-p99`,
      what: `${what}: 99 of 100 answers within`,
      value: median(runs.map(({ p99Ms }) => p99Ms)),
      unit: "ms",
      spread: spread(runs.map(({ p99Ms }) => p99Ms)),
      gate: { atMost: limit },
      aim: null,
    });
  return figures;
}

function detailOf(
  lines: { what: string; events: number; runs: Run[]; raw: number }[],
  how: string,
): Detail {
  const load = Math.max(
    ...(lines[0]?.runs ?? []).map(({ cpuShare }) => cpuShare),
  );
  return {
    title: "Rates",
    head: [
      "",
      "requests/s",
      "spread",
      "events/s",
      "of raw",
      "p50 ms",
      "p99 ms",
      "CPU µs a request",
    ],
    rows: lines.map(({ what, events, runs, raw }) => {
      const perSecond = median(ratesIn(runs));
      const width = spread(ratesIn(runs));
      return [
        what,
        Math.round(perSecond),
        width === null ? "" : `±${Math.round(width * 100)} %`,
        Math.round(perSecond * events),
        ((perSecond * events) / raw).toFixed(2),
        median(runs.map(({ p50Ms }) => p50Ms)).toFixed(2),
        median(runs.map(({ p99Ms }) => p99Ms)).toFixed(2),
        Math.round(median(runs.map(({ cpuMicros }) => cpuMicros ?? 0))),
      ];
    }),
    notes: [
      `${how}; medians.`,
      `The load used ${Math.round(load * 100)} % of a core against raw: near 100 % raw could do more than is shown, and the shares of raw would be smaller. The processor's time for one request, all of the server's threads together, does not depend on that.`,
    ],
  };
}

function ratesIn(runs: Run[] | undefined): number[] {
  return (runs ?? []).map(({ perSecond }) => perSecond);
}
