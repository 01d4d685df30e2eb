/** Who referred whom, and what was promised and paid for it. */

export interface ReferralsTable {
  id: string;
  site_id: string;
  program_id: string;
  /** The rules that were in force at the credited touch: what was promised. */
  program_version: number;
  member_id: string;
  friend_id: string;
  code: string;
  credited_by: "code" | "link" | "hand";
  touch_at: number;
  stage: string;
  /** 0 while only a browser's claim stands behind it. */
  verified: number;
  created_at: number;
}

export interface RewardsTable {
  id: string;
  site_id: string;
  conversion_id: string;
  referral_id: string;
  program_id: string;
  step_on: string;
  side: "referrer" | "friend";
  /** The beneficiary. */
  person_id: string;
  friend_id: string;
  kind: string;
  name: string | null;
  currency: string;
  /** Fold of the ledger's accrue, adjust and void entries. */
  amount_minor: number;
  /** What was taken back after payment: zero or negative. */
  compensation_minor: number;
  /** Fold of the ledger's entries. */
  state: "pending" | "confirmed" | "paid" | "void";
  because: string | null;
  capped_by: string;
  confirmable_at: number | null;
  /** 1 once it no longer holds its place: the order and the friend may earn the step anew. */
  released: number;
  /** The standing that was last shown to the beneficiary. */
  seen_standing: string | null;
  created_at: number;
}

/** What became of the part of a reward above its cap. Its state is its reward's. */
export interface OverflowsTable {
  reward_id: string;
  site_id: string;
  kind: "raffle" | "perk";
  /** The prize, or the perk. */
  name: string;
  /** Worth of the prize, or of the perk. */
  value_minor: number;
  currency: string;
  /** The part above the cap that it stands for. */
  above_minor: number;
  given_at: number;
  taken_back_at: number | null;
}

export interface LedgerTable {
  id: string;
  site_id: string;
  reward_id: string;
  entry: "accrue" | "adjust" | "confirm" | "pay" | "void" | "compensate";
  amount_minor: number;
  currency: string;
  /** Makes a replay harmless: unique per site. */
  key: string;
  actor: string;
  reason: string | null;
  at: number;
}
