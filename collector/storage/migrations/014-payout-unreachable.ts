import { type Kysely, sql } from "kysely";

/** A run says whom it left out because nothing is known by which they could be paid. */
const statements = [
  `alter table payouts add column unreachable_people integer not null default 0`,
  `alter table payouts add column unreachable_minor bigint not null default 0`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
