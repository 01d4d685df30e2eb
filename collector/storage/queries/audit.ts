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
