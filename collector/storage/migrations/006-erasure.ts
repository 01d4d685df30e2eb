import { type Kysely, sql } from "kysely";

/** When somebody was erased: what is kept of them has no name, and gets none again. */
const statements = [`alter table people add column erased_at bigint`];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
