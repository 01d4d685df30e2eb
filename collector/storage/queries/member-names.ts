import type { Database } from "../storage.ts";

/** The members with some ids, by one query. */
export function selectMembersNamed(
  db: Database,
  siteId: string,
  ids: string[],
) {
  return db
    .selectFrom("members")
    .select(["id", "external_id", "name", "public_name"])
    .where("site_id", "=", siteId)
    .where("id", "in", ids)
    .execute();
}
