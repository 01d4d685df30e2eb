import { type Kysely, sql } from "kysely";

/** Several sites: found by their origins, keys that are changed while the old ones still hold, sites for trying out, and whom a shop knew before. */
const statements = [
  `alter table sites add column test integer not null default 0`,
  // Whose trial it is; a site of its own otherwise.
  `alter table sites add column test_of text references sites (id)`,
  `create table site_origins_allowed (
    origin text not null, site_id text not null references sites (id), primary key (origin, site_id))`,
  `alter table api_keys add column id text`,
  `alter table api_keys add column label text not null default ''`,
  // The last symbols, by which the owner recognises it.
  `alter table api_keys add column ending text`,
  `alter table api_keys add column ends_at bigint`,
  `alter table api_keys add column used_at bigint`,
  `update api_keys set id = 'key_' || substr(hash, 1, 20)`,
  `create unique index api_keys_by_id on api_keys (id)`,
  `create index api_keys_by_site on api_keys (site_id)`,
  `create table former_keys (
    id text primary key, site_id text not null references sites (id),
    kind text not null check (kind in ('public', 'signing')), value text not null,
    replaced_at bigint not null, ends_at bigint)`,
  `create index former_keys_by_site on former_keys (site_id, kind)`,
  `create unique index former_keys_public on former_keys (value) where kind = 'public'`,
  `create table known_customers (
    site_id text not null references sites (id), kind text not null check (kind in ('id', 'email')),
    value text not null, imported_at bigint not null, primary key (site_id, kind, value))`,
  `create index conversions_with_newness on conversions (site_id) where customer_existing is not null`,
  `create index sites_by_age on sites (created_at, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const sites = await sql<{
    id: string;
    origins: string;
  }>`select id, origins from sites`.execute(db);
  for (const { id, origins } of sites.rows)
    for (const origin of new Set(JSON.parse(origins) as string[]))
      await sql`insert into site_origins_allowed (origin, site_id) values (${origin}, ${id})`.execute(
        db,
      );
}
