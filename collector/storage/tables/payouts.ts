/** Runs in which rewards are paid out. */

/** A run in which what is due is paid out together. */
export interface PayoutsTable {
  id: string;
  site_id: string;
  /** The owner's own name for it: the same name is the same run. */
  run_id: string;
  currency: string;
  minimum_minor: number;
  /** JSON list of kinds of reward, or `null` for all. */
  kinds: string | null;
  state: "open" | "paid" | "cancelled";
  /** 1 where more was due than one run holds. */
  more: number;
  /** Who was due, and what, but could not be paid when it was made, since nothing is known of them. */
  unreachable_people: number;
  unreachable_minor: number;
  created_at: number;
  /** When it was paid or cancelled. */
  settled_at: number | null;
}

export interface PayoutItemsTable {
  payout_id: string;
  reward_id: string;
  /** The beneficiary. */
  person_id: string;
  /** `correction`: what a reward paid earlier is now owed back, or owed after all. */
  what: "reward" | "correction";
  /** Signed. */
  amount_minor: number;
  state: "open" | "paid" | "left";
  /** Why it left the run. */
  because: string | null;
}
