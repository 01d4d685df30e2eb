import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * The order of each added reward is looked up by its id. As a join, planned while there were few orders, all of them were
 * read for every group until it was planned anew. `offset 0` leaves the planner no other way.
 */
const statement = `create or replace function rewards_mark_added_hours() returns trigger language plpgsql as $$ begin
    insert into stale_order_hours (site_id, hour)
      select told.site_id, told.hour from added, lateral (
        select site_id, occurred_at - occurred_at % 3600000 as hour from conversions
        where id = added.conversion_id offset 0) as told
      group by 1, 2 order by 1, 2 on conflict do nothing;
    return null;
  end $$`;

export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql.raw(statement).execute(db);
}
