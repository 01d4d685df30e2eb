/** Why something was not credited, not paid, or not paid yet. The wire (`sdk/protocol/reasons.ts`) spells the same words. */
export type Reason =
  | "no_touch"
  | "window_closed"
  | "unknown_code"
  | "self_referral"
  | "existing_customer"
  | "already_referred"
  | "fraud_hold"
  | "hold_period"
  | "no_gift_code"
  | "budget_spent"
  | "limit_reached"
  | "unverified"
  | "outside_program"
  | "member_suspended"
  | "refunded";
