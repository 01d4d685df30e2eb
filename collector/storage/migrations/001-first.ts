import { type Kysely, sql } from "kysely";

/** Every table of the first version. Plain types, so that SQLite and PostgreSQL read the same text. */
const statements = [
  `create table sites (
    id text primary key, name text not null, public_key text not null unique,
    signing_key text not null, origins text not null, consent text not null, created_at bigint not null)`,
  `create table api_keys (
    hash text primary key, site_id text not null references sites (id),
    created_at bigint not null, revoked_at bigint)`,
  `create table program_versions (
    site_id text not null references sites (id), program_id text not null, version integer not null,
    rules text not null, created_at bigint not null, created_by text not null,
    primary key (site_id, program_id, version))`,
  `create table people (
    id text primary key, site_id text not null references sites (id), created_at bigint not null)`,
  `create table person_keys (
    site_id text not null, kind text not null, value text not null,
    person_id text not null references people (id), primary key (site_id, kind, value))`,
  `create index person_keys_by_person on person_keys (person_id)`,
  `create table visitor_people (
    site_id text not null, visitor text not null, person_id text not null references people (id),
    seen_at bigint not null, primary key (site_id, visitor, person_id))`,
  `create table members (
    id text primary key, site_id text not null references sites (id), program_id text not null,
    person_id text not null unique references people (id), external_id text, join_key_hash text,
    email text, email_index text, name text, public_name text, kind text not null,
    state text not null check (state in ('active', 'suspended')), suspended_because text,
    terms_version text, terms_accepted_at bigint, created_at bigint not null)`,
  `create unique index members_by_external_id on members (site_id, external_id)`,
  `create unique index members_by_join_key on members (site_id, join_key_hash)`,
  `create index members_by_email on members (site_id, email_index)`,
  `create table member_tokens (
    hash text primary key, member_id text not null references members (id),
    created_at bigint not null, revoked_at bigint)`,
  `create table codes (
    code text primary key, site_id text not null references sites (id),
    member_id text not null references members (id), created_at bigint not null)`,
  `create index codes_by_member on codes (member_id)`,
  `create table events (
    site_id text not null, id text not null, type text not null, at bigint not null,
    received_at bigint not null, visitor text, code text, channel text, surface text, name text,
    url text, props text)`,
  `create unique index events_by_id on events (site_id, id)`,
  `create index events_by_time on events (site_id, type, at)`,
  `create table clicks (
    site_id text not null, id text not null, code text not null, channel text, at bigint not null,
    visitor text, bot integer not null)`,
  `create unique index clicks_by_id on clicks (site_id, id)`,
  `create index clicks_by_visitor on clicks (site_id, visitor)`,
  `create index clicks_by_time on clicks (site_id, at)`,
  `create table site_origins (
    site_id text not null, origin text not null, type text not null, at bigint not null,
    primary key (site_id, origin))`,
  `create table referrals (
    id text primary key, site_id text not null references sites (id), program_id text not null,
    program_version integer not null, member_id text not null references members (id),
    friend_id text not null references people (id), code text not null, credited_by text not null,
    touch_at bigint not null, stage text not null, verified integer not null, created_at bigint not null)`,
  `create unique index referrals_by_friend on referrals (site_id, program_id, friend_id)
    where stage <> 'void'`,
  `create index referrals_by_member on referrals (member_id, id)`,
  `create index referrals_by_person on referrals (friend_id)`,
  `create table conversions (
    id text primary key, site_id text not null references sites (id), type text not null,
    order_id text not null, amount_minor bigint check (amount_minor >= 0), currency text,
    gross_profit_minor bigint, margin_class text, refunded_minor bigint not null check (refunded_minor >= 0),
    customer_id text, customer_email_index text, customer_existing integer, visitor text, code text,
    unknown_code text, touches text not null, occurred_at bigint not null, recorded_at bigint not null,
    trust text not null check (trust in ('server', 'token', 'owner', 'claim', 'refused')),
    friend_id text not null references people (id), program_id text,
    referral_id text references referrals (id), member_id text references members (id),
    credited_code text, credited_by text, credited_at bigint, because text, warnings text not null,
    gross_minor bigint)`,
  `create unique index conversions_by_order on conversions (site_id, type, order_id)`,
  `create index conversions_by_friend on conversions (friend_id)`,
  `create index conversions_by_visitor on conversions (site_id, visitor, recorded_at)`,
  `create index conversions_by_referral on conversions (referral_id)`,
  `create index conversions_by_time on conversions (site_id, occurred_at)`,
  `create table rewards (
    id text primary key, site_id text not null references sites (id),
    conversion_id text not null references conversions (id), referral_id text not null references referrals (id),
    program_id text not null, step_on text not null, side text not null check (side in ('referrer', 'friend')),
    person_id text not null references people (id), friend_id text not null references people (id),
    kind text not null, name text, currency text not null,
    amount_minor bigint not null check (amount_minor >= 0),
    compensation_minor bigint not null check (compensation_minor <= 0),
    state text not null check (state in ('pending', 'confirmed', 'paid', 'void')), because text,
    capped_by text not null, confirmable_at bigint, released integer not null, seen_standing text,
    created_at bigint not null)`,
  `create unique index rewards_once_per_order on rewards (conversion_id, step_on, side) where released = 0`,
  `create unique index rewards_once_per_friend on rewards (site_id, program_id, friend_id, step_on, side)
    where released = 0`,
  `create index rewards_by_person on rewards (person_id, id)`,
  `create index rewards_by_referral on rewards (referral_id)`,
  `create index rewards_by_conversion on rewards (conversion_id)`,
  `create index rewards_by_state on rewards (site_id, state, confirmable_at)`,
  `create table ledger (
    id text primary key, site_id text not null, reward_id text not null references rewards (id),
    entry text not null check (entry in ('accrue', 'adjust', 'confirm', 'pay', 'void', 'compensate')),
    amount_minor bigint not null, currency text not null, key text not null, actor text not null,
    reason text, at bigint not null)`,
  `create unique index ledger_by_key on ledger (site_id, key)`,
  `create index ledger_by_reward on ledger (reward_id)`,
  `create table refunds (
    site_id text not null, conversion_id text not null references conversions (id), refund_id text not null,
    amount_minor bigint not null check (amount_minor > 0), adjustments text not null, at bigint not null,
    primary key (site_id, conversion_id, refund_id))`,
  `create table audit (
    id text primary key, site_id text not null, at bigint not null, actor text not null,
    action text not null, subject text not null, reason text)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
