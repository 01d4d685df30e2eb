import { type Kysely, sql } from "kysely";

const statements = [
  // Set once, and for good: an order whose payment was charged back earns nothing any more.
  `alter table conversions add column charged_back_at bigint`,
  `alter table refunds add column reason text not null default 'refund' check (reason in ('refund', 'chargeback'))`,
  `create table order_changes (
    site_id text not null, conversion_id text not null references conversions (id), change_id text not null,
    said text not null, amount_before bigint, amount_after bigint, gross_before bigint, gross_after bigint,
    adjustments text not null, at bigint not null,
    primary key (site_id, conversion_id, change_id))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
