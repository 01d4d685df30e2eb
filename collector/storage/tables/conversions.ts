/** Leads, sales and later stages, and what became of them. */

export interface ConversionsTable {
  id: string;
  site_id: string;
  type: string;
  order_id: string;
  amount_minor: number | null;
  currency: string | null;
  gross_profit_minor: number | null;
  margin_class: string | null;
  refunded_minor: number;
  customer_id: string | null;
  customer_email_index: string | null;
  customer_existing: number | null;
  /** 1 for a mail of a throw-away kind, 0 for another, `null` without a mail. */
  mail_disposable: number | null;
  /** Blind index of the mailbox, where the mail is written with a tag or with dots that mean nothing. */
  mailbox_index: string | null;
  visitor: string | null;
  code: string | null;
  /** A code that came but is nobody's, as it came. */
  unknown_code: string | null;
  /** JSON list of `{ code, at, click }`. */
  touches: string;
  occurred_at: number;
  recorded_at: number;
  trust: "server" | "token" | "owner" | "claim" | "refused";
  friend_id: string;
  program_id: string | null;
  referral_id: string | null;
  member_id: string | null;
  credited_code: string | null;
  credited_by: "code" | "link" | "earlier" | "hand" | null;
  credited_at: number | null;
  because: string | null;
  /** JSON `{ score, held, reasons }` of a credited order, once a trusted word stands behind it. */
  verdict: string | null;
  /** The member whose code or link it was, where somebody else, or nobody, is credited. */
  asked_member_id: string | null;
  asked_by: "code" | "link" | null;
  asked_at: number | null;
  /** JSON list of `{ code, message }`. */
  warnings: string;
  /** What the programme's margins or the server say was earned, after refunds; for reports. */
  gross_minor: number | null;
  /** Since when the order earns nothing for good: its payment was charged back, in part or in full. */
  charged_back_at: number | null;
  /** When the owner took it out of the list of orders that matched nobody. */
  set_aside_at: number | null;
}

export interface RefundsTable {
  site_id: string;
  conversion_id: string;
  refund_id: string;
  amount_minor: number;
  reason: "refund" | "chargeback";
  /** JSON list of `{ to, amountMinor }`. */
  adjustments: string;
  at: number;
}

/** What the shop's server said that an order became. */
export interface OrderChangesTable {
  site_id: string;
  conversion_id: string;
  change_id: string;
  /** JSON: what was sent, so that a replay is told from another change. */
  said: string;
  amount_before: number | null;
  amount_after: number | null;
  gross_before: number | null;
  gross_after: number | null;
  /** JSON list of `{ to, amountMinor }`. */
  adjustments: string;
  at: number;
}
