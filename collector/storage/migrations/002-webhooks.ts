import { type Kysely, sql } from "kysely";

/** Who is told what happens, and every telling: what is still to be sent, and the log of what was. */
const statements = [
  `create table endpoints (
    id text primary key, site_id text not null references sites (id), url text not null,
    events text not null, secret text not null,
    state text not null check (state in ('enabled', 'disabled')), because text,
    failing_since bigint, created_at bigint not null)`,
  `create index endpoints_by_site on endpoints (site_id, id)`,
  `create table deliveries (
    id text primary key, site_id text not null references sites (id),
    endpoint_id text not null references endpoints (id), type text not null, payload text not null,
    state text not null check (state in ('pending', 'delivered', 'failed')), because text,
    attempts integer not null, status integer, detail text, next_at bigint, last_at bigint,
    created_at bigint not null)`,
  `create index deliveries_by_site on deliveries (site_id, id)`,
  `create index deliveries_by_endpoint on deliveries (endpoint_id, id)`,
  `create index deliveries_due on deliveries (endpoint_id, state, next_at)`,
  `create index deliveries_by_age on deliveries (state, created_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
