import type { Compilable, Insertable, QueryResult } from "kysely";
import { type RowsOf, wayToAdd } from "./add-rows.ts";
import { runText } from "./run-text.ts";
import type { Schema } from "./schema.ts";
import type { Database } from "./storage.ts";

/**
 * A query whose text is built once a database and then run with other parameters, in the order of the text:
 * building it anew costs more than running it, and beacons come by the million.
 */
export function compiledOnce<Row>(
  build: (db: Database) => Compilable,
): (db: Database, parameters: unknown[]) => Promise<QueryResult<Row>> {
  const textOf = textOnce(build);
  return (db, parameters) => runText(db, textOf(db, 0), parameters);
}

/** The same for a query with a list in it: one text for each length that comes. */
export function compiledByLength<Row>(
  build: (db: Database, blanks: string[]) => Compilable,
): (
  db: Database,
  length: number,
  parameters: unknown[],
) => Promise<QueryResult<Row>> {
  const textOf = textOnce(build);
  return (db, length, parameters) =>
    runText(db, textOf(db, length), parameters);
}

/** An insert of one row, its text built once a database. */
export function insertOnce<Table extends keyof Schema & string>(
  table: Table,
  columns: readonly (keyof Schema[Table] & string)[],
  { orNothing = false } = {},
): (db: Database, row: Insertable<Schema[Table]>) => Promise<void> {
  // Stands for any row while the text is built.
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  const textOf = textOnce((db) => {
    const query = db
      .insertInto(table)
      .values(blank as unknown as Insertable<Schema[Table]>);
    return orNothing ? query.onConflict((by) => by.doNothing()) : query;
  });
  const rows: RowsOf = { table, columns, orNothing };
  return async (db, row) => {
    const add = wayToAdd(db);
    if (add) return add(rows, row);
    const values = row as Record<string, unknown>;
    await runText(
      db,
      textOf(db, 0),
      columns.map((column) => values[column] ?? null),
    );
  };
}

/** Longer lists are rare, and each length would be a text to keep. */
const longestKept = 20;

function textOnce(build: (db: Database, blanks: string[]) => Compilable) {
  const texts = new WeakMap<Database, Map<number, string>>();
  return (db: Database, length: number): string => {
    const known = texts.get(db) ?? new Map<number, string>();
    texts.set(db, known);
    let text = known.get(length);
    if (text === undefined) {
      text = build(db, new Array<string>(length).fill("")).compile().sql;
      if (length <= longestKept) known.set(length, text);
    }
    return text;
  };
}
