import { engineNames, markdownTable } from "./performance-tables.ts";
import type { Result } from "./results.ts";

const visitorsADay = [10_000, 100_000, 1_000_000, 5_000_000];
/** A view of the screen, something done on the page, and now and then a click, a share or an order. */
const eventsAVisitor = 3;
/** Of a day's events, how many fall into its busiest hour. */
const busiestHour = 0.15;
const daysAYear = 365;

/** What shops of several sizes ask for, calculated, beside what was measured. */
export function sizingTable(results: Result[]): string {
  const figure = (engine: Result["engine"], name: string) =>
    results
      .filter((result) => result.engine === engine)
      .flatMap(({ figures }) => figures)
      .find((one) => one.name === name);
  const capacity = {
    sqlite: figure("sqlite", "event")?.perSecond,
    postgres: figure("postgres", "event")?.perSecond,
  };
  const disks = (["sqlite", "postgres"] as const).flatMap((engine) => {
    const bytes = figure(engine, "disk")?.value;
    return bytes === undefined ? [] : [{ name: engineNames[engine], bytes }];
  });
  return markdownTable(
    [
      "visitors a day",
      "events a day",
      "events/s in the busiest hour",
      "of what SQLite took",
      "of what PostgreSQL took",
      ...disks.map(({ name }) => `disk a year, ${name}`),
    ],
    visitorsADay.map((visitors) => {
      const events = visitors * eventsAVisitor;
      const perSecond = (events * busiestHour) / 3_600;
      return [
        visitors,
        events,
        Math.ceil(perSecond),
        percent(perSecond, capacity.sqlite),
        percent(perSecond, capacity.postgres),
        ...disks.map(
          ({ bytes }) => `${round((events * daysAYear * bytes) / 1e9)} GB`,
        ),
      ];
    }),
  );
}

function percent(asked: number, capacity: number | undefined): string {
  return capacity === undefined ? "?" : `${round((asked / capacity) * 100)} %`;
}

/** Two figures are as many as a calculation like this is worth. */
function round(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString("en");
}
