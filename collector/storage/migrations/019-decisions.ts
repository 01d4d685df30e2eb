import { type Kysely, sql } from "kysely";

/** How many groups of work that decide something were ever committed: what is derived from the books holds until the next. */
const statements = [
  `create table decisions (made bigint not null)`,
  `insert into decisions values (0)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
