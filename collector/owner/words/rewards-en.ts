/** The list of rewards, in English. */
export const rewardsEn = {
  title: "Rewards",
  filter: "State",
  all: "All",
  show: "Show",
  none: "No rewards here.",
  when: "Promised",
  who: "For",
  what: "Reward",
  state: "State",
  act: "Actions",
  to: { referrer: "Referrer", friend: "Friend" },
  notJoined: "has not joined",
  given: (day: string) => `its code was handed out on ${day}`,
  givenTotal: "Given as gift codes",
  forStep: (step: string) => `for a ${step}`,
  from: (day: string) => `can be confirmed from ${day}`,
  taken: (amount: string, of: string) =>
    `${amount} of ${of} taken back after payment`,
  takenBack: "Taken back",
  confirm: "Confirm",
  confirmEarly: "Confirm early",
  pay: "Mark as paid",
  void: "Void",
  voidHint: "The reward becomes void. The member reads the reason.",
  reason: "Reason",
  verifyFirst: "Verify the order first",
  waitsForCode:
    "There is no gift code for it: it goes on waiting, and is confirmed once codes are added.",
  done: {
    confirmation: "The reward is confirmed.",
    payment: "The reward is marked as paid.",
    void: "The reward is void.",
  },
};

export type RewardsWords = typeof rewardsEn;
