import { CompiledQuery, PostgresAdapter } from "kysely";
import type { Database } from "../storage.ts";
import type { EventsTable } from "../tables/events.ts";

/** Whether every statement is a trip to another process. */
export function isOnServer(db: Database): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

const columnTypes = {
  site_id: "text",
  id: "text",
  type: "text",
  at: "bigint",
  received_at: "bigint",
  visitor: "text",
  code: "text",
  channel: "text",
  surface: "text",
  name: "text",
  url: "text",
  props: "text",
} satisfies Record<keyof EventsTable, string>;

const columns = Object.keys(columnTypes) as (keyof EventsTable)[];

/** One text, however many rows: a parameter is a column of all of them. An id that is known keeps its event out. */
const statement = `with came as (
    select * from unnest(${columns
      .map((column, index) => `$${index + 1}::${columnTypes[column]}[]`)
      .join(", ")}) as came (${columns.join(", ")})
  ), told as (
    insert into event_ids (site_id, id, received_at) select site_id, id, received_at from came
    on conflict do nothing returning site_id, id
  )
  insert into events (${columns.join(", ")})
    select came.* from came join told using (site_id, id)
  returning site_id, id`;

interface Waiting {
  row: EventsTable;
  resolve(isNew: boolean): void;
  reject(error: unknown): void;
}

const batches = new WeakMap<Database, Waiting[]>();

/** Stores an event with all others of this turn; false where its id is already known. */
export function insertTogether(
  db: Database,
  row: EventsTable,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
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

async function insertBatch(db: Database, batch: Waiting[]): Promise<void> {
  // Of two with one id the first is new, as if they had come one after the other.
  const first = new Map<string, EventsTable>();
  for (const { row } of batch)
    if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  const sent = [...first.values()];
  const { rows } = await db.executeQuery<{ site_id: string; id: string }>(
    CompiledQuery.raw(
      statement,
      columns.map((column) => sent.map((row) => row[column])),
    ) as CompiledQuery<{ site_id: string; id: string }>,
  );
  const isNew = new Set(rows.map(keyOf));
  for (const { row, resolve } of batch) resolve(isNew.delete(keyOf(row)));
}

function keyOf({ site_id, id }: { site_id: string; id: string }): string {
  return `${site_id} ${id}`;
}
