import type { ReceiptMessages } from "./ja-receipt.ts";

/** Receipts and objections in English. */
const enReceipt: ReceiptMessages = {
  known_referrer_link: "Your friend opened your link on {date}.",
  known_referrer_code: "Your friend used your code on {date}.",
  known_referrer_earlier: "Your friend since you referred them on {date}.",
  known_referrer_hand: "The shop recorded this as your referral ({date}).",
  known_friend_link: "You opened a friend's link on {date}.",
  known_friend_code: "You used a friend's code on {date}.",
  known_friend_earlier: "A friend referred you on {date}, which still holds.",
  known_friend_hand: "The shop recorded this as a friend's referral ({date}).",
  counts: "This counts as your referral.",
  capped_cap_of_gross: "The amount is the most that one reward can be.",
  capped_cap_fixed: "The amount is the most that one reward can be.",
  capped_guardrail: "The amount is what the shop can keep giving to everybody.",
  capped_legal: "The amount is the most that the law allows.",
  capped_limit_reached: "The amount is what was left of the limit per person.",
  capped_budget_spent: "The amount is what was left of the offer's budget.",
  capped_other: "The amount is the most that the programme allows.",
  wrong: "This is wrong",
  again: "Tell the shop again",
  wrongField: "What is not right?",
  missingField: "When, and how, did you refer them?",
  onlyShop: "Only the shop reads this. Its answer will appear on this screen.",
  messageFirst: "Please write a few words.",
  send: "Send to the shop",
  sending: "Sending…",
  sendOffline:
    "There was no connection. Your words are still here: please send them again.",
  sendLimit:
    "Quite a few messages came in a row. Your words are still here: please send them a little later.",
  sendFailed:
    "That could not be sent. Your words are still here: please try again in a while.",
  dispute_open:
    "The shop has your message. Its answer will appear here once it has looked into it.",
  dispute_upheld: "You were right.",
  dispute_declined:
    "The shop has looked into it, and the record stays as it is.",
  shopSays: "The shop: {answer}",
  youSaid: "You: {message}",
};

export default enReceipt;
