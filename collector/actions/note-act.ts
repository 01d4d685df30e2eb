import { insertAudit } from "../storage/queries/audit.ts";
import type { Work } from "./work.ts";

/** Writes down who did something to a site, for the log of changes. */
export function noteAct(
  work: Work,
  act: { siteId: string; by: string; action: string; subject: string },
): Promise<void> {
  return insertAudit(work.db, {
    id: work.newId("aud"),
    site_id: act.siteId,
    at: work.now(),
    actor: act.by,
    action: act.action,
    subject: act.subject.slice(0, 200),
    reason: null,
  });
}
