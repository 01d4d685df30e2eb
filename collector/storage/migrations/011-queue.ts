import { type Kysely, sql } from "kysely";

/** What waits for the owner is counted on every page: each kind of it has an index of its own, as short as the queue. */
const statements = [
  `create index conversions_claimed on conversions (site_id, id)
    where trust = 'claim' and referral_id is not null`,
  `create index conversions_unmatched on conversions (site_id, id)
    where referral_id is null and trust <> 'refused' and because in ('no_touch', 'unknown_code', 'window_closed')`,
  `create index rewards_held on rewards (site_id, conversion_id)
    where because = 'fraud_hold' and state = 'pending'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
