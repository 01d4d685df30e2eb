import { type Kysely, sql } from "kysely";

/** A site that is no longer used is closed, and what came to it kept. */
const statement = `alter table sites add column closed_at bigint`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
}
