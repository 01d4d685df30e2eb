/** `node bench/write-performance.ts`: writes the tables of docs/performance.md and docs/self-hosting.md anew, from docs/performance.json. */
import { readFileSync, writeFileSync } from "node:fs";
import { budgetTable, detailTables, setting } from "./performance-tables.ts";
import { type Result, readRecord } from "./results.ts";
import { sizingTable } from "./sizing-table.ts";

const tables = {
  setting,
  budgets: budgetTable,
  sizing: sizingTable,
  details: detailTables,
};
type Name = keyof typeof tables;

/** Which tables stand in which document. */
export const documents: Record<string, Name[]> = {
  "docs/performance.md": ["setting", "budgets", "details"],
  "docs/self-hosting.md": ["sizing"],
};

export function writePerformance(results: Result[]): void {
  for (const [path, names] of Object.entries(documents)) {
    const text = readFileSync(path, "utf8");
    writeFileSync(path, withTables(text, results, names));
  }
}

/** A document, with what stands between its marks replaced by tables of these results. */
export function withTables(
  text: string,
  results: Result[],
  names: Name[],
): string {
  return names.reduce((written, name) => {
    const table = tables[name](results);
    const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const from = written.indexOf(start);
    const to = written.indexOf(end);
    if (from < 0 || to < from)
      throw new Error(`Expected ${start} and ${end} in the document.`);
    return `${written.slice(0, from + start.length)}\n\n${table}\n\n${written.slice(to)}`;
  }, text);
}

if (import.meta.main) writePerformance(readRecord());
