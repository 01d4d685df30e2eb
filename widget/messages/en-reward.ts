import type { RewardMessages } from "./ja-reward.ts";

/** A member's rewards in English. */
const enReward: RewardMessages = {
  news: "Reward news",
  got_pending: "{reward} is on its way",
  got_confirmed: "You earned {reward}",
  got_paid: "You received {reward}",
  got_void: "{reward} was cancelled",
  by_referrer_lead: "Your friend made a request or signed up through you.",
  by_referrer_sale: "Your friend bought something through you.",
  by_referrer_stage: "Your friend took the next step through you.",
  by_friend_lead: "Thank you for your request through a friend's link.",
  by_friend_sale: "Thank you for buying through a friend's link.",
  by_friend_stage: "Thank you for taking the next step through a friend.",
  overflow_raffle: "And one entry in the draw for {name}.",
  overflow_perk: "And, on top of it, {name}.",
  giftCode: "Gift code (yours alone)",
  copyGift: "Copy code",
  useGift: "Use it here",
  state_pending: "Waiting",
  state_confirmed: "Confirmed",
  state_paid: "Received",
  state_void: "Cancelled",
  confirmableAt: "To be confirmed from {date}.",
  confirmed: "It is confirmed, and will be handed over soon.",
  given: "The code is ready to use.",
  paid: "It has been handed over.",
  next: "What comes next",
  nextReferrer: "{step} by your friend, you get {reward}.",
  nextFriend: "{step}, you get {reward}.",
  nextShare: "You can give the same to other friends.",
  invite: "Now it is your turn to invite a friend.",
  back: "Back to sharing",
  noRewards: "No rewards yet",
  noRewardsHint: "When a friend joins through your link, you will see it here.",
};

export default enReward;
