import type { Database } from "../storage.ts";

/** What was done about somebody or something, newest first. */
export function selectAuditOf(
  db: Database,
  siteId: string,
  by: { subjects: string[]; limit: number },
) {
  return db
    .selectFrom("audit")
    .select(["id", "at", "actor", "action", "subject", "reason"])
    .where("site_id", "=", siteId)
    .where("subject", "in", by.subjects)
    .orderBy("id", "desc")
    .limit(by.limit)
    .execute();
}
