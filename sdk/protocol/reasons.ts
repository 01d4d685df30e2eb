/** Why something was not credited, not paid, or not paid yet. */
export const reasons = [
  "no_touch",
  "window_closed",
  "unknown_code",
  "self_referral",
  "existing_customer",
  "already_referred",
  "fraud_hold",
  "hold_period",
  "no_gift_code",
  "budget_spent",
  "limit_reached",
  "unverified",
  "outside_program",
  "member_suspended",
  "refunded",
] as const;

export type Reason = (typeof reasons)[number];
