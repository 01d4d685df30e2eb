/** What members dispute, and what owners have done by hand. */

/** A member's "this is wrong", and the shop's answer. */
export interface DisputesTable {
  id: string;
  site_id: string;
  member_id: string;
  /** A reward's or friend's id; `null` for a friend who is missing. */
  about: string | null;
  /** Encrypted by the vault: people write names. */
  message: string;
  state: "open" | "upheld" | "declined";
  /** Encrypted by the vault. */
  answer: string | null;
  created_at: number;
  answered_at: number | null;
  answered_by: string | null;
}

export interface AuditTable {
  id: string;
  site_id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  reason: string | null;
}
