import type { Messages } from "./ja.ts";

/** The share screen in English. */
const en: Messages = {
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
  pointsRate: "{rate}% of the price in points",
  couponRate: "{rate}% of the price as a coupon",
  shared_pointsRate: "{rate}% of the price in partner points",
  cashRate: "{rate}% of the price in cash",
  giftRate: "{rate}% of the price as a gift",
  upTo: " (up to {amount})",
  friend: "Your friend",
  you: "You",
  lead: "On a request or sign-up",
  sale: "On a purchase",
  stage: "On the next step",
  referred: "A friend brought you here. Now it is your turn.",
  link: "Your link",
  copy: "Copy link",
  copied: "Copied",
  copyFailed:
    "That could not be copied. The text is selected: copy it yourself.",
  code: "Your code",
  copyCode: "Copy code",
  line: "LINE",
  x: "X",
  facebook: "Facebook",
  mail: "Mail",
  native: "Other apps",
  sendBy: "{channel}: send",
  newTab: " (opens a new tab)",
  edit: "See or change the message",
  disclosure: "[Ad] Referral offer: I get a reward too",
  message:
    "I like this shop. Here is my link, in case you would like to try it:",
  messageBrand:
    "I like {brand}. Here is my link, in case you would like to try it:",
  subject: "A shop I like",
  qr: "Show a QR code",
  progress: "See how it is going",
};

export default en;
