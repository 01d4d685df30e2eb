import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markedRequest } from "./load/fast-load.ts";
import { requestMaker } from "./load/load.ts";
import { type Figure, isMet, type Measure } from "./measure.ts";
import { measures } from "./measures/index.ts";
import { median, percentile, spread } from "./median.ts";
import { chosen, parseOptions, scaleOf } from "./options.ts";
import {
  budgetTable,
  detailTables,
  markdownTable,
} from "./performance-tables.ts";
import {
  merged,
  type Result,
  readRecord,
  recordPath,
  recordText,
} from "./results.ts";
import { sizingTable } from "./sizing-table.ts";
import { usage } from "./usage.ts";
import { documents, withTables } from "./write-performance.ts";

const figure: Figure = {
  name: "event",
  what: "one event a request",
  value: 0.5,
  unit: "of raw",
  perSecond: 20_000,
  spread: 0.031,
  gate: { atLeast: 0.25 },
  aim: 0.45,
};

const result: Result = {
  measure: "rates",
  engine: "sqlite",
  engineIs: "SQLite",
  on: "2026-04-01",
  version: "1.0.0",
  machine: "2 cores",
  loadBefore: 0.1,
  seconds: 100,
  figures: [figure],
  details: [
    {
      title: "Rates",
      head: ["", "p99 ms"],
      rows: [["raw", 1_234]],
      notes: ["Medians."],
    },
  ],
};

const measure = (name: string, more: Partial<Measure> = {}): Measure => ({
  name,
  engines: ["sqlite", "postgres"],
  run: async () => ({ figures: [], details: [] }),
  ...more,
});

test("a median is the middle of an odd number, and the spread half the width of all", () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(spread([90, 100, 120])).toBeCloseTo(0.15);
  expect(spread([100])).toBeNull();
});

test("a percentile is the value that so large a share does not exceed", () => {
  const values = Array.from({ length: 200 }, (_, n) => n + 1);
  expect(percentile(values, 0.99)).toBe(199);
  expect(percentile(values, 1)).toBe(200);
  expect(percentile([], 0.99)).toBe(0);
});

test("a budget is met at its very edge, and missed beyond it", () => {
  const at = (value: number, gate: Figure["gate"]) =>
    isMet({ ...figure, value, gate });
  expect(at(0.25, { atLeast: 0.25 })).toBe(true);
  expect(at(0.249, { atLeast: 0.25 })).toBe(false);
  expect(at(10, { atMost: 10 })).toBe(true);
  expect(at(10.1, { atMost: 10 })).toBe(false);
  expect(at(Number.NaN, { atMost: 10 })).toBe(false);
});

test("the table of budgets says what was missed", () => {
  const missed = { ...figure, value: 0.2 };
  const unbounded = {
    ...figure,
    gate: null,
    aim: null,
    unit: "bytes" as const,
    value: 412.3,
  };
  expect(
    budgetTable([{ ...result, figures: [figure, missed, unbounded] }]),
  ).toBe(
    [
      "|  | engine | measured | spread | budget | aim |  |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| one event a request | SQLite | 0.50 of raw (20,000/s) | ±3 % | at least 0.25 of raw | 0.45 of raw | met |",
      "| one event a request | SQLite | 0.20 of raw (20,000/s) | ±3 % | at least 0.25 of raw | 0.45 of raw | **missed** |",
      "| one event a request | SQLite | 412 bytes (20,000/s) | ±3 % |  |  |  |",
    ].join("\n"),
  );
});

test("details name the command, the day and the version", () => {
  expect(detailTables([result])).toBe(
    [
      "### Rates, SQLite",
      "|  | p99 ms |\n| --- | ---: |\n| raw | 1,234 |",
      "Medians.",
      "`npm run bench -- --only rates --engine sqlite`: 2026-04-01, version 1.0.0, load of the machine before 0.1, 100 s.",
    ].join("\n\n"),
  );
});

test("a shop's share of the capacity is calculated from what was measured", () => {
  const disk: Figure = { ...figure, name: "disk", unit: "bytes", value: 400 };
  const sqlite = { ...result, figures: [figure, disk] };
  const table = sizingTable([sqlite]);
  // 3 million events, 15 % of them in 3,600 s: 125 a second of 20,000; and 365 days of 400 bytes.
  expect(table).toContain(
    "| 1,000,000 | 3,000,000 | 125 | 0.63 % | ? | 440 GB |",
  );
  const postgres = { ...sqlite, engine: "postgres" as const };
  expect(sizingTable([sqlite, postgres])).toContain(
    "| 1,000,000 | 3,000,000 | 125 | 0.63 % | 0.63 % | 440 GB | 440 GB |",
  );
});

test("tables come between their marks, and nothing else of the document changes", () => {
  const names = ["setting", "budgets", "sizing", "details"] as const;
  const text = names
    .map((name) => `${name}:\n<!-- ${name} -->\nold\n<!-- end of ${name} -->\n`)
    .join("");
  const withAll = (text: string) => withTables(text, [result], [...names]);
  const written = withAll(text);
  expect(written).not.toContain("old");
  expect(written).toContain(
    `budgets:\n<!-- budgets -->\n\n${budgetTable([result])}\n\n<!-- end of budgets -->\n`,
  );
  expect(withAll(written)).toBe(written);
  expect(() => withAll("no marks")).toThrow("<!-- setting -->");
});

test.for(Object.entries(documents))(
  "%s holds the tables of docs/performance.json",
  ([path, names]) => {
    const text = readFileSync(path, "utf8");
    expect(withTables(text, readRecord(), names)).toBe(text);
  },
);

test("a new result takes the place of the old one of the same measure and engine", () => {
  const postgres = { ...result, engine: "postgres" as const };
  const anew = { ...result, version: "2.0.0" };
  expect(merged([result, postgres], [anew])).toEqual([postgres, anew]);
});

test("everything is measured, or what is asked for by name", () => {
  const all = [
    measure("rates", { parts: ["sale"] }),
    measure("memory"),
    measure("slow-disk", { engines: ["sqlite"] }),
  ];
  const names = (words: string[], engine: "sqlite" | "postgres" = "sqlite") =>
    chosen(all, parseOptions(words), engine).map(({ name }) => name);
  expect(names([])).toEqual(["rates", "memory", "slow-disk"]);
  expect(names([], "postgres")).toEqual(["rates", "memory"]);
  expect(names(["--only", "sale,memory"])).toEqual(["rates", "memory"]);
  expect(() => names(["--only", "speed"])).toThrow(/speed/);
  expect(() => names(["--only", "sale", "--record"])).toThrow(/whole/);
});

test("what takes minutes is shorter unless all of it is asked for, and then worth no record", () => {
  const eventsOf = (...words: string[]) => scaleOf(parseOptions(words)).events;
  expect(eventsOf()).toBe(1_000_000);
  expect(eventsOf("--long")).toBe(10_000_000);
  expect(eventsOf("--only", "growth")).toBe(10_000_000);
  expect(() => parseOptions(["--record"])).toThrow(/--long or --only/);
});

test("the help names every measure", () => {
  for (const { name } of measures) expect(usage).toContain(name);
});

test("options that cannot be are refused, with what was expected", () => {
  expect(() => parseOptions(["--engine", "mysql"])).toThrow(
    /sqlite or postgres/,
  );
  expect(() => parseOptions(["--quick", "--record"])).toThrow(/no record/);
  expect(() => parseOptions(["--soak-minutes", "long"])).toThrow(/number/);
  expect(() => parseOptions(["--fast"])).toThrow(/fast/);
});

test("the whole soak lasts ten minutes, unless said otherwise", () => {
  expect(scaleOf(parseOptions(["--long"])).soakSeconds).toBe(600);
  expect(scaleOf(parseOptions(["--soak-minutes", "1"])).soakSeconds).toBe(60);
});

test("a table sets columns of numbers to the right", () => {
  expect(markdownTable(["a", "b"], [["x", 1]])).toBe(
    "| a | b |\n| --- | ---: |\n| x | 1 |",
  );
});

test("both kinds of load send the same request", () => {
  const request = {
    method: "POST",
    path: "/v1/conversions",
    headers: { Origin: "https://shop.test" },
    body: `{"id":"{id}","at":{now},"visitor":"{visitor}","ids":["{id}"]}`,
  };
  const [fast, slow] = [markedRequest(request), requestMaker(request)()];
  const shape = slow
    .replaceAll(/"\w{21}"/g, '"\x01"')
    .replace(/"\d{22}"/, '"\x03"')
    .replace(/\d{13}/, "\x04");
  expect(fast).toBe(shape);
});

test("a record is written in the form that the linter keeps it in", () => {
  expect(recordText(readRecord())).toBe(readFileSync(recordPath, "utf8"));
});

test("how often something was run is said by its table, and not by the prose, which outlives the record", () => {
  const ways = /^- \*\*(?:Rates|Growth)\*\*.*$/gm;
  const prose = readFileSync("docs/performance.md", "utf8").match(ways) ?? [];
  expect(prose).toHaveLength(2);
  for (const way of prose)
    expect(way).not.toMatch(
      /\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (pairs|runs|times)\b/,
    );
});
