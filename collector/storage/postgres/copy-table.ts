import type Sqlite from "better-sqlite3";
import { CompiledQuery, sql } from "kysely";
import type { Database } from "../storage.ts";
import { digestOf, type RowDigest } from "./digest-of-rows.ts";
import type { Table } from "./moveable-tables.ts";

/** The databases cannot be moved as they are; the message says what to do. Nothing was changed. */
export class CannotMove extends Error {}

const rowsAtOnce = 1_000;

/** Copies a table's rows, and answers what they are. Throws `CannotMove` where PostgreSQL refuses any of them. */
export async function copyTable(
  source: Sqlite.Database,
  db: Database,
  { name, columns }: Table,
): Promise<RowDigest> {
  // A migration may have put a first row there.
  await sql`delete from ${sql.table(name)}`.execute(db);
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const types = columns.map(({ type }, n) => `$${n + 1}::${type}[]`).join(", ");
  const insert = `insert into "${name}" (${names}) select * from unnest(${types})`;
  const rows = source.prepare(`select ${names} from "${name}"`).raw().iterate();
  let batch: unknown[][] = [];
  const write = async () => {
    if (!batch.length) return;
    const byColumn = columns.map((_, n) => batch.map((row) => row[n]));
    await db
      .executeQuery(CompiledQuery.raw(insert, byColumn))
      .catch((error) => refuseRows(name, error));
    batch = [];
  };
  return digestOf(
    (async function* () {
      for (const row of rows as Iterable<unknown[]>) {
        yield row;
        if (batch.push(row) >= rowsAtOnce) await write();
      }
      await write();
    })(),
  );
}

/** What has arrived, read so many rows at a time. */
export async function* rowsOf(
  db: Database,
  { name, columns }: Table,
): AsyncGenerator<unknown[]> {
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  await sql`declare arrived no scroll cursor for select ${names} from ${sql.table(name)}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      fetch ${sql.lit(rowsAtOnce)} from arrived`.execute(db);
    for (const row of rows) yield columns.map((column) => row[column.name]);
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close arrived`.execute(db);
}

function refuseRows(table: string, error: Error): never {
  throw new CannotMove(
    `${table}: PostgreSQL refuses some of its rows, and says: ${error.message}.`,
    { cause: error },
  );
}
