/** `node bench/write-performance.ts`: writes the tables of docs/performance.md anew, from docs/performance.json. */
import { readFileSync, writeFileSync } from "node:fs";
import { budgetTable, detailTables, setting } from "./performance-tables.ts";
import { type Result, readRecord } from "./results.ts";
import { sizingTable } from "./sizing-table.ts";

const documentPath = "docs/performance.md";

export function writePerformance(results: Result[]): void {
  const text = readFileSync(documentPath, "utf8");
  writeFileSync(documentPath, withTables(text, results));
}

/** The document, with what stands between its marks replaced by tables of these results. */
export function withTables(text: string, results: Result[]): string {
  const tables = {
    setting: setting(results),
    budgets: budgetTable(results),
    sizing: sizingTable(results),
    details: detailTables(results),
  };
  return Object.entries(tables).reduce((written, [name, table]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const from = written.indexOf(start);
    const to = written.indexOf(end);
    if (from < 0 || to < from)
      throw new Error(`Expected ${start} and ${end} in ${documentPath}.`);
    return `${written.slice(0, from + start.length)}\n\n${table}\n\n${written.slice(to)}`;
  }, text);
}

if (import.meta.main) writePerformance(readRecord());
