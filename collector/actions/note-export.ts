import { insertAudit } from "../storage/queries/audit.ts";
import type { Work } from "./work.ts";

/** Remembers that a person's data was read, and by whom. */
export function noteExport(
  work: Work,
  { siteId, subject, by }: { siteId: string; subject: string; by: string },
): Promise<void> {
  return insertAudit(work.db, {
    id: work.newId("aud"),
    site_id: siteId,
    at: work.now(),
    actor: by,
    action: "export_person",
    subject,
    reason: null,
  });
}
