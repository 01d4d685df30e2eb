import { startCollector } from "../../tests/collector-process.ts";
import type { Measure } from "../measure.ts";
import { median, spread } from "../median.ts";
import { eventRequest } from "../requests.ts";
import { runLoad } from "../run-load.ts";

/** What a collector takes on a database that has grown, against an empty one, in turns. */
export const growth: Measure = {
  name: "growth",
  engines: ["sqlite", "postgres"],
  async run({ engine, scale, large, say }) {
    const { database, events } = await large();
    const grown = await startCollector({ database });
    const empty = await startCollector({
      database: await engine.newDatabase(),
    });
    const load = {
      request: eventRequest(),
      expected: [202],
      connections: 32,
      seconds: scale.secondsARun,
    };
    const pairs: { none: number; many: number }[] = [];
    // The first pair warms both. One pair is worth little: a checkpoint falls into one run and not into the other.
    for (let round = -1; round < 3 * scale.rounds; round++) {
      const none = (await runLoad(empty, load)).perSecond;
      const many = (await runLoad(grown, load)).perSecond;
      say(`  empty ${Math.round(none)}, grown ${Math.round(many)} requests/s`);
      if (round >= 0) pairs.push({ none, many });
    }
    await grown.end("SIGTERM");
    await empty.end("SIGTERM");
    const shares = pairs.map(({ none, many }) => many / none);
    return {
      figures: [
        {
          name: "growth",
          what: `ingest at ${events.toLocaleString("en")} events against at none`,
          value: median(shares),
          unit: "of empty",
          spread: spread(shares),
          gate: { atLeast: 0.9 },
          aim: null,
        },
      ],
      details: [
        {
          title: "Growth",
          head: ["requests/s", "median", "of all pairs"],
          rows: [
            line(
              "at none",
              pairs.map(({ none }) => none),
            ),
            line(
              `at ${events.toLocaleString("en")} events`,
              pairs.map(({ many }) => many),
            ),
          ],
          notes: [
            `${pairs.length} pairs of runs in turn, one event a request, visitors scattered over the whole index; the share is the median of the pairs' own.`,
          ],
        },
      ],
    };
  },
};

function line(what: string, rates: number[]): (string | number)[] {
  return [what, Math.round(median(rates)), rates.map(Math.round).join(", ")];
}
