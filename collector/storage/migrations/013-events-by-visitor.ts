import { type Kysely, sql } from "kysely";

/** A browser may ask at any time that its events be nobody's: found without reading them all. */
const statements = [
  `create index events_by_visitor on events (site_id, visitor) where visitor is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
