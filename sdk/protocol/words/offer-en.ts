import type { OfferWords } from "./offer-ja.ts";

/** What is offered and what is sent, in English. */
const offerEn: OfferWords & Record<"couponRate" | "giftRate", string> = {
  title: "Refer a friend",
  both: "Give {friend}. Get {referrer}.",
  same: "Give {friend}, and get the same yourself.",
  forFriend: "Give a friend {friend}.",
  forReferrer: "Get {referrer} for telling a friend.",
  noOffer: "Share what you like with a friend.",
  points: "{amount} in points",
  coupon: "a {amount} coupon",
  shared_points: "{amount} in partner points",
  cash: "{amount} in cash",
  gift: "a {amount} gift",
  perk: "a perk",
  ofPrice: "{rate}% of the price",
  couponRate: "{amount} as a coupon",
  giftRate: "{amount} as a gift",
  upTo: " (up to {amount})",
  lead: "On a request or sign-up",
  sale: "On a purchase",
  stage: "On the next step",
  channels: "line,native,x,mail,facebook,more",
  line: "LINE",
  x: "X",
  mail: "Mail",
  sendBy: "{channel}: send",
  newTab: " (opens a new tab)",
  disclosure: "[Ad] Referral offer: I get a reward too",
  messageGift: "{on}, you get {friend}. ",
  message:
    "I like this shop. Here is my link, in case you would like to try it:",
  messageBrand:
    "I like {brand}. Here is my link, in case you would like to try it:",
};

export default offerEn;
