import type { RowsOf } from "../add-rows.ts";

/** Rows that are only added, and whose adding nobody waits for. */
export interface GatheredRows {
  readonly isEmpty: boolean;
  add(of: RowsOf, row: object): void;
  /** All of them as one statement, if there are any. */
  take(): { text: string; values: unknown[] } | null;
}

const texts = new Map<string, string>();
const maxTexts = 300;

/**
 * Gathers rows of several tables, to be added as one statement, a table's rows together: a statement costs more on its way
 * than rows in their table. None of its parts sees what the others add; what refers to another's row is checked when all
 * have ended.
 */
export function gatherRows(): GatheredRows {
  let tables = new Map<RowsOf, string[]>();
  return {
    get isEmpty() {
      return !tables.size;
    },
    add(of, row) {
      const json = toJson(of, row);
      const rows = tables.get(of);
      if (rows) rows.push(json);
      else tables.set(of, [json]);
    },
    take() {
      if (!tables.size) return null;
      const taken = tables;
      tables = new Map();
      return {
        text: textOf([...taken.keys()]),
        values: [...taken.values()].map((rows) => `[${rows.join()}]`),
      };
    },
  };
}

/** Written down at once, since who made the row may go on changing it. What is left out is null. */
function toJson({ columns }: RowsOf, row: object): string {
  const values = row as Record<string, unknown>;
  const told: Record<string, unknown> = {};
  for (const column of columns) {
    const value = values[column];
    if (value !== null) told[column] = value;
  }
  const json = JSON.stringify(told);
  // A lone surrogate, which no database takes, becomes U+FFFD, as on any other way there.
  return json.includes("\\ud")
    ? JSON.stringify(told, (_, value) =>
        typeof value === "string" ? value.toWellFormed() : value,
      )
    : json;
}

function textOf(tables: RowsOf[]): string {
  const key = JSON.stringify(tables);
  let text = texts.get(key);
  if (text === undefined) {
    text = asOneStatement(tables);
    if (texts.size >= maxTexts) texts.clear();
    texts.set(key, text);
  }
  return text;
}

/** Each table's rows come as one parameter, in JSON. */
function asOneStatement(tables: RowsOf[]): string {
  const parts = tables.map(({ table, columns, orNothing }, index) => {
    const names = columns.join(", ");
    const rows = `json_populate_recordset(null::${table}, $${index + 1})`;
    return `insert into ${table} (${names}) select ${names} from ${rows}${orNothing ? " on conflict do nothing" : ""}`;
  });
  const last = parts.pop();
  return parts.length
    ? `with ${parts.map((part, n) => `part_${n} as (${part})`).join(", ")} ${last}`
    : `${last}`;
}
