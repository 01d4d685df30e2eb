/** What states, kinds, steps and reasons are called, on every page, in English. */
export const namesEn = {
  states: {
    pending: "Pending",
    confirmed: "Confirmed",
    paid: "Paid",
    void: "Void",
  },
  kinds: {
    points: "points",
    coupon: "coupon",
    shared_points: "shared points",
    cash: "cash",
    gift: "gift",
    perk: "perk",
  },
  steps: { lead: "lead", sale: "sale" },
  reasons: {
    no_touch: "nobody’s link or code was met",
    window_closed: "the link was met too long ago",
    unknown_code: "nobody has this code",
    self_referral: "the member’s own code",
    existing_customer: "was a customer already",
    already_referred: "was referred by somebody else before",
    fraud_hold: "held for a check",
    hold_period: "the waiting time is not over",
    no_gift_code: "no gift code left",
    budget_spent: "the budget is spent",
    limit_reached: "the member’s limit is reached",
    unverified: "the order is not verified",
    outside_program: "outside the programme",
    member_suspended: "the member is suspended",
    refunded: "the order was refunded",
  },
  caps: {
    cap_of_gross: "cut to the share of gross profit",
    cap_fixed: "cut to the fixed maximum",
    guardrail: "cut by the guardrail",
    legal: "cut to the legal limit",
  },
};

export type NameWords = typeof namesEn;
