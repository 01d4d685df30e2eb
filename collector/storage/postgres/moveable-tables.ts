import { sql } from "kysely";
import type { Database } from "../storage.ts";
import { tableNames } from "../table-names.ts";

export interface Column {
  name: string;
  type: string;
}

export interface Table {
  name: string;
  columns: Column[];
}

/** The collector's tables with what they hold, each after those that it refers to; parts of a table are none of their own. */
export async function moveableTables(db: Database): Promise<Table[]> {
  const { rows } = await sql<{ name: string; columns: Column[] }>`
    select pg_class.relname as name,
      json_agg(json_build_object('name', attname, 'type', format_type(atttypid, null)) order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relnamespace = current_schema()::regnamespace and relname = any(${tableNames})
    group by pg_class.relname order by pg_class.relname`.execute(db);
  const { rows: references } = await sql<{ name: string; to: string }>`
    select conrelid::regclass::text as name, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and conrelid <> confrelid`.execute(
    db,
  );
  const left = new Map(rows.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (left.size) {
    const free = [...left.values()].filter(
      ({ name }) =>
        !references.some((one) => one.name === name && left.has(one.to)),
    );
    if (!free.length)
      throw new Error(
        `Expected no tables that refer to each other in a circle, and got ${[...left.keys()]}.`,
      );
    for (const table of free) left.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}
