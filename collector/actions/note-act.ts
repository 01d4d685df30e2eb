import { insertAudit } from "../storage/queries/audit.ts";
import type { Work } from "./work.ts";

/** Writes down for the log of changes who did what to a site or to anything in it, and why. */
export function noteAct(
  work: Work,
  act: {
    siteId: string;
    by: string;
    action: string;
    subject: string;
    reason?: string | null;
    /** Now, if nothing is said. */
    at?: number;
  },
): Promise<void> {
  return insertAudit(work.db, {
    id: work.newId("aud"),
    site_id: act.siteId,
    at: act.at ?? work.now(),
    actor: act.by,
    action: act.action,
    subject: act.subject,
    reason: act.reason ?? null,
  });
}
