import { CompiledQuery } from "kysely";
import type { Database } from "../storage.ts";

interface Keyed {
  site_id: string;
  id: string;
}

interface Waiting<Row> {
  row: Row;
  resolve(isNew: boolean): void;
  reject(error: unknown): void;
}

/**
 * Stores a row with all others of its turn, in one trip; false where its id is already known.
 *
 * @param columnTypes every column's type on the server
 * @param insert the statement, behind a `with` that names the rows `came`; it returns `site_id, id` of the new ones
 */
export function insertTogether<Row extends Keyed>(
  columnTypes: Record<keyof Row & string, string>,
  insert: string,
): (db: Database, row: Row) => Promise<boolean> {
  const columns = Object.keys(columnTypes) as (keyof Row & string)[];
  // One text, however many rows: a parameter is a column of all of them.
  const statement = `with came as (select * from unnest(${columns
    .map((column, index) => `$${index + 1}::${columnTypes[column]}[]`)
    .join(", ")}) as came (${columns.join(", ")})) ${insert}`;
  const batches = new WeakMap<Database, Waiting<Row>[]>();

  async function insertBatch(
    db: Database,
    batch: Waiting<Row>[],
  ): Promise<void> {
    // Of two with one id the first is new, as if they had come one after the other.
    const first = new Map<string, Row>();
    for (const { row } of batch)
      if (!first.has(keyOf(row))) first.set(keyOf(row), row);
    const sent = [...first.values()];
    const { rows } = await db.executeQuery<Keyed>(
      CompiledQuery.raw(
        statement,
        columns.map((column) => sent.map((row) => row[column])),
      ) as CompiledQuery<Keyed>,
    );
    const isNew = new Set(rows.map(keyOf));
    for (const { row, resolve } of batch) resolve(isNew.delete(keyOf(row)));
  }

  return (db, row) =>
    new Promise((resolve, reject) => {
      const batch = batches.get(db) ?? [];
      batch.push({ row, resolve, reject });
      if (batch.length > 1) return;
      batches.set(db, batch);
      setImmediate(() => {
        batches.delete(db);
        insertBatch(db, batch).catch((error) => {
          for (const one of batch) one.reject(error);
        });
      });
    });
}

function keyOf({ site_id, id }: Keyed): string {
  return `${site_id} ${id}`;
}
