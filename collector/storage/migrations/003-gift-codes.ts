import { type Kysely, sql } from "kysely";

/** Codes of gifts that somebody else honours, and who was given which. */
const statements = [
  `create table gift_pools (
    id text primary key, site_id text not null references sites (id), name text not null,
    program_id text not null, step_on text not null, side text check (side in ('referrer', 'friend')),
    kind text not null check (kind in ('gift')), value_minor bigint not null check (value_minor > 0),
    currency text not null, url text, low_below integer not null check (low_below >= 0),
    created_at bigint not null)`,
  `create index gift_pools_by_step on gift_pools (site_id, program_id, step_on)`,
  `create table gift_codes (
    id text primary key, site_id text not null references sites (id),
    pool_id text not null references gift_pools (id), code text not null, code_index text not null,
    added_at bigint not null, reward_id text references rewards (id),
    handed_out_at bigint, taken_back_at bigint)`,
  `create unique index gift_codes_by_code on gift_codes (site_id, code_index)`,
  `create unique index gift_codes_by_reward on gift_codes (reward_id) where reward_id is not null`,
  `create index gift_codes_left on gift_codes (pool_id, id) where reward_id is null`,
  `create index gift_codes_by_pool on gift_codes (pool_id, handed_out_at)`,
  `create index rewards_without_gift_code on rewards (id) where because = 'no_gift_code'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
