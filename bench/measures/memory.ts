import Sqlite from "better-sqlite3";
import { logBytes } from "../../collector/database-size.ts";
import { startCollector } from "../../tests/collector-process.ts";
import type { Measure } from "../measure.ts";
import { median } from "../median.ts";
import { eventRequest } from "../requests.ts";
import { runLoad } from "../run-load.ts";
import { watchMemory } from "../servers.ts";

interface Stretch {
  atSeconds: number;
  /** The most within the stretch. */
  mb: number;
  /** Of SQLite's log at its end. */
  logMb: number;
  perSecond: number;
  p99Ms: number;
}

/** Points of the curve. */
const stretches = 30;
/** In these, the first and the last included, somebody reads all the time, before those that are compared. */
const readsFrom = 4;
const readsUntil = 6;

/** The soak: what a collector holds in memory while it takes all it can. */
export const memory: Measure = {
  name: "memory",
  engines: ["sqlite", "postgres"],
  async run({ engine, scale, say }) {
    const database = await engine.newDatabase();
    const collector = await startCollector({ database });
    const curve: Stretch[] = [];
    const seconds = scale.soakSeconds / stretches;
    const third = stretches / 3;
    let reader: Sqlite.Database | null = null;
    for (let n = 1; n <= stretches; n++) {
      if (n === readsFrom && engine.name === "sqlite")
        reader = readerOf(database);
      const watch = watchMemory(collector.pid);
      const run = await runLoad(collector, {
        request: eventRequest(),
        expected: [202],
        connections: 32,
        seconds,
      });
      const mb = watch.stop();
      const logMb = logBytes(database) / 2 ** 20;
      curve.push({ ...run, atSeconds: n * seconds, mb, logMb });
      say(
        `  ${Math.round(n * seconds)} s: ${Math.round(mb)} MB, log ${Math.round(logMb)} MB`,
      );
      if (n === readsUntil) reader?.close();
    }
    await collector.end("SIGTERM");
    const minutes = scale.soakSeconds / 60;
    const during = `${minutes < 1 ? `${scale.soakSeconds} s` : `${minutes} minutes`} at full load`;
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
          head: ["after", "memory MB", "log MB", "requests/s", "p99 ms", ""],
          rows: curve
            .filter((_, index) => index % 3 === 2)
            .map(({ atSeconds, mb, logMb, perSecond, p99Ms }) => [
              `${Math.round(atSeconds)} s`,
              Math.round(mb),
              engine.name === "sqlite" ? Math.round(logMb) : "",
              Math.round(perSecond),
              p99Ms.toFixed(1),
              "▇".repeat(Math.round(mb / 10)),
            ]),
          notes: [
            "One event a request, 32 connections; the most that the collector's process held in each stretch, all its threads and caches together, looked at four times a second.",
            ...(engine.name === "sqlite"
              ? [
                  `From ${Math.round((readsFrom - 1) * seconds)} s to ${Math.round(readsUntil * seconds)} s somebody holds a read open: so long the log holds all that is written, since what the read sees must stay; its size is what was written meanwhile. After that it begins anew, and is cut to its bound of 64 MB.`,
                ]
              : []),
          ],
        },
      ],
    };
  },
};

/** Somebody whose report takes as long as they like: one read, held open. */
function readerOf(database: string): Sqlite.Database {
  const reader = new Sqlite(database, { readonly: true });
  reader.exec("begin; select count(*) from sqlite_master");
  return reader;
}

function medianMb(curve: Stretch[]): number {
  return median(curve.map(({ mb }) => mb));
}
