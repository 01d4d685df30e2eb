import { type Kysely, sql } from "kysely";

/** Runs in which what is due is paid out together, and what is in them. */
const statements = [
  `create table payouts (
    id text primary key, site_id text not null references sites (id), run_id text not null,
    currency text not null, minimum_minor bigint not null, kinds text,
    state text not null check (state in ('open', 'paid', 'cancelled')), more integer not null,
    created_at bigint not null, settled_at bigint)`,
  `create unique index payouts_by_run on payouts (site_id, run_id)`,
  `create index payouts_by_site on payouts (site_id, id)`,
  `create table payout_items (
    payout_id text not null references payouts (id), reward_id text not null references rewards (id),
    person_id text not null references people (id), what text not null check (what in ('reward', 'correction')),
    amount_minor bigint not null check (amount_minor <> 0),
    state text not null check (state in ('open', 'paid', 'left')), because text,
    primary key (payout_id, reward_id))`,
  // A reward is in one open run at most, and is paid by one run at most.
  `create unique index payout_items_open on payout_items (reward_id) where state = 'open'`,
  `create unique index payout_items_paid on payout_items (reward_id) where state = 'paid' and what = 'reward'`,
  `create index payout_items_by_reward on payout_items (reward_id)`,
  `create index rewards_compensated on rewards (site_id, currency) where compensation_minor <> 0`,
  `create index ledger_paid on ledger (site_id, at) where entry in ('pay', 'compensate')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
