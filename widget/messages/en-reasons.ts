import type { ReasonMessages } from "./ja-reasons.ts";

/** Why something counts or does not, in English. */
const enReasons: ReasonMessages = {
  no_touch: "We found no record of the referral link.",
  window_closed: "It came after the link's time limit.",
  unknown_code: "We do not know this code.",
  self_referral:
    "Orders by one's own link or code, or in one's own browser, do not count. Was it somebody else? Tell the shop below.",
  existing_customer: "People who were customers before do not count.",
  already_referred: "This friend was already referred by somebody else.",
  fraud_hold: "The shop is checking this, and will let you know.",
  hold_period: "We are waiting for the return period to end.",
  no_gift_code: "Your gift is being prepared.",
  budget_spent: "All rewards of this offer have been given out.",
  limit_reached: "The limit per person has been reached.",
  unverified: "The shop is checking the order.",
  outside_program: "This was outside the programme.",
  member_suspended: "Rewards are on hold for now. The shop can tell you more.",
  refunded: "The order was returned or cancelled.",
};

export default enReasons;
