/** What is done with many at once, in English. */
export const bulkEn = {
  bar: "With the chosen",
  tickAll: "Choose all on this page",
  tickNone: "Choose none",
  hint: "You see what would happen before anything does.",
  acts: {
    unverified: { confirm: "Verify", void: "Refuse" },
    held: { confirm: "Let through", void: "Take rewards back" },
    rewards: { confirm: "Confirm", pay: "Mark as paid", void: "Void" },
  },
  all: "All that match",
  titles: {
    unverified: {
      confirm: "Verify these orders?",
      void: "Refuse these orders?",
    },
    held: {
      confirm: "Let these orders through?",
      void: "Take back the rewards of these orders?",
    },
    rewards: {
      confirm: "Confirm these rewards?",
      pay: "Mark these rewards as paid?",
      void: "Void these rewards?",
    },
  },
  says: {
    unverified: {
      confirm:
        "The orders count as real from now on, and their rewards follow by the rules: some may turn out smaller where a budget or limit is reached.",
      void: "The orders count as not real. Their rewards become void and are not given again, unless your server names the order after all.",
    },
    held: {
      confirm:
        "The rewards wait for their time like any other’s, and are confirmed where it is over.",
      void: "The rewards become void. This cannot be undone.",
    },
    rewards: {
      confirm:
        "The rewards are confirmed, and can be paid from now on. Gifts without a code left go on waiting.",
      pay: "The rewards count as paid. This cannot be undone: what is paid is only ever made up for. It moves no money: pay first, or make a payout run.",
      void: "The rewards become void. This cannot be undone.",
    },
  },
  count: "How many",
  orders: (n: string) => `${n} orders`,
  rewardsCount: (n: string) => `${n} rewards`,
  sum: "Sum",
  rewardSum: "Rewards",
  orderSum: "Orders",
  orderLargest: (sum: string) => `the largest ${sum}`,
  noSum: "no reward waits on them",
  forWhom: "For",
  people: (n: string) => `${n} people`,
  andMore: (n: string) => `and ${n} more`,
  friend: "a friend who has not joined",
  early: (n: string) => `${n} of them before their waiting time is over.`,
  leftOut: (n: string) =>
    `${n} of the chosen cannot be acted on in this way, and are left out: they have changed, or something else has to come first.`,
  nothing: "Nothing of what was chosen can be acted on in this way.",
  choose: "Nothing was chosen. Tick what you mean first.",
  reason: "Reason",
  reasonHint: {
    unverified: "It is kept with each of them.",
    held: "It is kept with each of them, and the members read it.",
    rewards: "It is kept with each of them, and the members read it.",
  },
  go: (act: string, n: string) => `${act} (${n})`,
  back: "Back, without changing anything",
  working: (act: string) => `${act} is under way`,
  done: (n: string) => `Done: ${n}.`,
  failed: (n: string) =>
    `${n} could not be done. They are as they were, and still in the list:`,
  failedMore: (n: string) => `and ${n} more`,
};

export type BulkWords = typeof bulkEn;
