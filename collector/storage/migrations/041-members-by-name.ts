import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Whoever looks for a member by the beginning of a name reads no other members. In the order of bytes on both engines, as `members-page.ts` asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const order = isPostgres ? ` collate "C"` : "";
  await sql
    .raw(
      `create index if not exists members_by_name on members (site_id, (lower(public_name)${order}))`,
    )
    .execute(db);
}
