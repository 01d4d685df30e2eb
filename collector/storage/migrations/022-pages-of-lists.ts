import { type Kysely, PostgresAdapter, sql } from "kysely";

/** A page of a list is read off the end of an index, and not sorted out of everything there is. */
const statements = [
  `create index if not exists members_by_site on members (site_id, id)`,
  `create index if not exists referrals_by_site on referrals (site_id, id)`,
  `create index if not exists conversions_by_site on conversions (site_id, id)`,
  `create index if not exists rewards_by_site on rewards (site_id, id)`,
  `create index if not exists rewards_in_state on rewards (site_id, state, id)`,
  // Whoever was ever paid, for a page of a year's totals.
  `create index if not exists rewards_paid_to on rewards (site_id, person_id) where state = 'paid'`,
  `create index if not exists ledger_by_site on ledger (site_id, id)`,
  `create index if not exists audit_by_site on audit (site_id, id)`,
];

/** Of two indexes that promise as much, SQLite takes the younger: what is for a few rows is made anew behind what is for all. */
const forFew = {
  conversions_with_newness: `conversions (site_id) where customer_existing is not null`,
  conversions_claimed: `conversions (site_id, id) where trust = 'claim' and referral_id is not null`,
  conversions_unmatched: `conversions (site_id, id)
    where referral_id is null and trust <> 'refused' and because in ('no_touch', 'unknown_code', 'window_closed')
    and set_aside_at is null`,
  rewards_held: `rewards (site_id, conversion_id) where because = 'fraud_hold' and state = 'pending'`,
  rewards_compensated: `rewards (site_id, currency) where compensation_minor <> 0`,
};

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  if (db.getExecutor().adapter instanceof PostgresAdapter) return;
  for (const [name, on] of Object.entries(forFew)) {
    await sql.raw(`drop index if exists ${name}`).execute(db);
    await sql.raw(`create index ${name} on ${on}`).execute(db);
  }
}
