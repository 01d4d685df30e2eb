import { type Kysely, PostgresAdapter, sql } from "kysely";

/** On PostgreSQL the orders and rewards of one statement mark their hours together: each hour once, not once a row. */
const hoursOf = {
  conversions: `select site_id, occurred_at - occurred_at % 3600000 from added`,
  rewards: `select conversions.site_id, occurred_at - occurred_at % 3600000
      from added join conversions on conversions.id = added.conversion_id`,
};

/** What is changed or taken away is marked as before, and so is what collectors of an earlier version add. */
const statements = Object.entries(hoursOf).flatMap(([table, hours]) => [
  `create function ${table}_mark_added_hours() returns trigger language plpgsql as $$ begin
    insert into stale_order_hours (site_id, hour) ${hours} group by 1, 2 order by 1, 2 on conflict do nothing;
    return null;
  end $$`,
  `create trigger ${table}_added_mark_hours after insert on ${table} referencing new table as added
    for each statement execute function ${table}_mark_added_hours()`,
  // In its place, which readers need not wait for.
  `create or replace trigger ${table}_marks_hour after update or delete on ${table}
    for each row execute function ${table}_mark_hour()`,
]);

export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const statement of statements) await sql.raw(statement).execute(db);
}
