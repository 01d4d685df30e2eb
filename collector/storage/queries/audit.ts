import type { Database } from "../storage.ts";

/** Remembers who changed what, when and why. */
export async function insertAudit(
  db: Database,
  row: {
    id: string;
    site_id: string;
    at: number;
    actor: string;
    action: string;
    subject: string;
    reason: string | null;
  },
): Promise<void> {
  await db.insertInto("audit").values(row).execute();
}

/** Which changes are asked for. */
export interface AuditAsked {
  subject: string | null;
  /** A name, or `member` for any of them. */
  actor?: string | null;
  action?: string | null;
  /** What comes after the prefix of an id: the entries before that moment. */
  before: string | null;
  limit: number;
}

/** What was done to anything but rewards, newest first. A programme's versions are found by its id. */
export function selectAudit(
  db: Database,
  siteId: string,
  { subject, actor = null, action = null, before, limit }: AuditAsked,
) {
  let found = db
    .selectFrom("audit")
    .select(["id", "at", "actor", "action", "subject", "reason"])
    .where("site_id", "=", siteId)
    .orderBy("id", "desc")
    .limit(limit);
  if (before !== null) found = found.where("id", "<", `aud_${before}`);
  if (action !== null) found = found.where("action", "=", action);
  if (actor !== null)
    found = found.where((by) =>
      by.or([by("actor", "=", actor), by("actor", "like", `${actor} %`)]),
    );
  if (subject !== null)
    found = found.where((by) =>
      by.or([
        by("subject", "=", subject),
        by.and([
          by("subject", ">=", `${subject} version `),
          // The colon comes right behind the digits, so that every version is meant.
          by("subject", "<", `${subject} version :`),
        ]),
      ]),
    );
  return found.execute();
}

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
