import { type Kysely, sql } from "kysely";

/** Orders that matched nobody and are not worth a second look leave the list. */
const statements = [
  `alter table conversions add column set_aside_at bigint`,
  `drop index conversions_unmatched`,
  `create index conversions_unmatched on conversions (site_id, id)
    where referral_id is null and trust <> 'refused' and because in ('no_touch', 'unknown_code', 'window_closed')
    and set_aside_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
