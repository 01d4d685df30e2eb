import { type Kysely, sql } from "kysely";

/** What became of the part of a reward above its cap: kept for good, also once it is taken back. */
const statements = [
  `create table overflows (
    reward_id text primary key references rewards (id), site_id text not null references sites (id),
    kind text not null check (kind in ('raffle', 'perk')), name text not null,
    value_minor bigint not null check (value_minor >= 0), currency text not null,
    above_minor bigint not null check (above_minor > 0),
    given_at bigint not null, taken_back_at bigint)`,
  `create index overflows_by_site on overflows (site_id, reward_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
