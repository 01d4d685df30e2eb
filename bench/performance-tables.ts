import { type Figure, type Gate, isMet } from "./measure.ts";
import type { Result } from "./results.ts";

/** As they are written. */
export const engineNames = { sqlite: "SQLite", postgres: "PostgreSQL" };
const engines = ["sqlite", "postgres"] as const;
/** What is of pages, and the same whatever the database is. */
const ofPages = new Set(["sizes", "page"]);

/** Every budget, on both engines. */
export function budgetTable(results: Result[]): string {
  const rows = engines.flatMap((engine) =>
    results
      .filter((result) => result.engine === engine)
      .flatMap(({ measure, figures }) =>
        figures.map((figure) => ({ ...figure, measure })),
      )
      .map((figure) => [
        figure.what,
        ofPages.has(figure.measure) ? "" : engineNames[engine],
        `${shown(figure, figure.value)}${figure.perSecond ? ` (${Math.round(figure.perSecond).toLocaleString("en")}/s)` : ""}`,
        figure.spread === null ? "" : `±${Math.round(figure.spread * 100)} %`,
        figure.gate ? gateText(figure, figure.gate) : "",
        figure.aim === null ? "" : shown(figure, figure.aim),
        !figure.gate ? "" : isMet(figure) ? "met" : "**missed**",
      ]),
  );
  return markdownTable(
    ["", "engine", "measured", "spread", "budget", "aim", ""],
    rows,
  );
}

/** What lies behind the budgets, with the day, the version and the command. */
export function detailTables(results: Result[]): string {
  return results
    .flatMap((result) =>
      result.details.map(({ title, head, rows, notes }) =>
        [
          `### ${title}${ofPages.has(result.measure) ? "" : `, ${engineNames[result.engine]}`}`,
          markdownTable(head, rows),
          ...notes,
          provenance(result),
        ].join("\n\n"),
      ),
    )
    .join("\n\n");
}

/** On which machines, which engines, and which versions. */
export function setting(results: Result[]): string {
  const lines = new Set(
    results.map(
      ({ engine, engineIs, machine }) =>
        `- ${engineNames[engine]}: ${engineIs}; ${machine}`,
    ),
  );
  return [...lines].join("\n");
}

export function markdownTable(
  head: string[],
  rows: (string | number)[][],
): string {
  const isNumber = head.map((_, column) =>
    rows.some((row) => typeof row[column] === "number"),
  );
  const line = (cells: (string | number)[]) =>
    `| ${cells
      .map((cell) =>
        typeof cell === "number" ? cell.toLocaleString("en") : cell,
      )
      .join(" | ")} |`;
  return [
    line(head),
    line(isNumber.map((is) => (is ? "---:" : "---"))),
    ...rows.map(line),
  ].join("\n");
}

function provenance(result: Result): string {
  const { measure, engine, on, version, loadBefore, seconds } = result;
  const of = ofPages.has(measure) ? "" : ` --engine ${engine}`;
  return `\`npm run bench -- --only ${measure}${of}\`: ${on}, version ${version}, load of the machine before ${loadBefore}, ${seconds} s.`;
}

function gateText(figure: Figure, gate: Gate): string {
  return "atLeast" in gate
    ? `at least ${shown(figure, gate.atLeast)}`
    : `at most ${shown(figure, gate.atMost)}`;
}

function shown({ unit }: Figure, value: number): string {
  const digits = {
    ...{ "of raw": 2, "of empty": 2, "of the middle": 2 },
    ...{ ms: value < 100 ? 1 : 0, s: 1, MB: 0, events: 0, bytes: 0, "": 3 },
  }[unit];
  const number = Number.isFinite(value)
    ? value.toLocaleString("en", {
        minimumFractionDigits:
          Number.isInteger(value) && !unit.startsWith("of") ? 0 : digits,
        maximumFractionDigits: digits,
      })
    : "never";
  return `${number} ${unit}`.trimEnd();
}
