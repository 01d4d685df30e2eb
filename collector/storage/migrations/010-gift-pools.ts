import { type Kysely, sql } from "kysely";

/** Codes that expire, codes that are withdrawn, and pools that are given up. */
const statements = [
  `alter table gift_pools add column retired_at bigint`,
  // The last instant that a date can be, for never: what is ordered by it needs no exception.
  `alter table gift_codes add column expires_at bigint not null default 8640000000000000`,
  `alter table gift_codes add column withdrawn_at bigint`,
  `drop index gift_codes_left`,
  `create index gift_codes_left on gift_codes (pool_id, expires_at, id)
    where reward_id is null and withdrawn_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
