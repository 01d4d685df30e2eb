import { startCollector } from "../../tests/collector-process.ts";
import type { Measure } from "../measure.ts";
import { median, spread } from "../median.ts";

/** From the process's start to the first `/readyz` that says yes. */
export const start: Measure = {
  name: "start",
  engines: ["sqlite", "postgres"],
  async run({ engine, scale, large, say }) {
    const { database, events } = await large();
    const empty = await engine.newDatabase();
    await secondsToStart(empty);
    const seconds: { none: number; many: number }[] = [];
    for (let round = 0; round < scale.rounds + 2; round++)
      seconds.push({
        none: await secondsToStart(empty),
        many: await secondsToStart(database),
      });
    const many = seconds.map(({ many }) => many);
    const none = seconds.map(({ none }) => none);
    say(
      `  ${median(many).toFixed(2)} s, and ${median(none).toFixed(2)} s empty`,
    );
    return {
      figures: [
        {
          name: "start",
          what: `start to ready with ${events.toLocaleString("en")} events`,
          value: median(many),
          unit: "s",
          spread: spread(many),
          gate: { atMost: 2 },
          aim: null,
        },
      ],
      details: [
        {
          title: "Start",
          head: ["seconds from start to ready", "median", "slowest"],
          rows: [
            line("empty", none),
            line(`with ${events.toLocaleString("en")} events`, many),
          ],
          notes: [
            `${seconds.length} starts each, in turn, Node's own included; what lies in the system's file cache stays there.`,
          ],
        },
      ],
    };
  },
};

function line(what: string, seconds: number[]): string[] {
  return [what, median(seconds).toFixed(2), Math.max(...seconds).toFixed(2)];
}

async function secondsToStart(database: string): Promise<number> {
  const before = performance.now();
  const collector = await startCollector({ database });
  const seconds = (performance.now() - before) / 1000;
  await collector.end("SIGTERM");
  return seconds;
}
