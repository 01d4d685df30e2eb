import { selectAudit } from "../storage/queries/audit.ts";
import { selectLedgerEntries } from "../storage/queries/ledger-entries.ts";
import { defaultPageSize, type Page, pageOf } from "./page.ts";
import type { Reading } from "./work.ts";

/** One change: by whom, when and why. */
export interface AuditAnswer {
  id: string;
  at: number;
  /** `owner`, `api`, `collector` (by itself, by the rules), or `member mem_...`. */
  actor: string;
  action: string;
  /** The id of what was changed. */
  subject: string;
  reason: string | null;
  /** By how much a reward changed; `null` where no money is meant. */
  amountMinor: number | null;
  currency: string | null;
}

/** Ids are a prefix of four, and then ordered by time whatever the prefix. */
const prefixLength = 4;

/** Every change, newest first: the log of acts and the ledger of rewards as one. */
export async function listAudit(
  { db }: Reading,
  by: {
    siteId: string;
    subject?: string | undefined;
    actor?: string | undefined;
    action?: string | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<Page<AuditAnswer>> {
  const limit = by.limit ?? defaultPageSize;
  const asked = {
    subject: by.subject ?? null,
    actor: by.actor ?? null,
    action: by.action ?? null,
    before: by.cursor?.slice(prefixLength) ?? null,
    limit: limit + 1,
  };
  const acts = await selectAudit(db, by.siteId, asked);
  const entries = await selectLedgerEntries(db, by.siteId, asked);
  const merged: AuditAnswer[] = [
    ...acts.map((act) => ({ ...act, amountMinor: null, currency: null })),
    ...entries.map(({ entry, reward_id, amount_minor, ...line }) => ({
      ...line,
      action: `${entry}_reward`,
      subject: reward_id,
      amountMinor: amount_minor,
    })),
  ];
  merged.sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  return pageOf(merged.slice(0, limit + 1), limit, (change) => change);
}

function momentOf({ id }: AuditAnswer): string {
  return id.slice(prefixLength);
}
