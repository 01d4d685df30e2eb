/** One code, or several. */
function codes(n: string): string {
  return n === "1" ? "1 code" : `${n} codes`;
}

/** Pools of gift codes, in English. */
export const giftsEn = {
  title: "Gift codes",
  intro:
    "A pool holds codes that somebody else honours, such as gift cards, all worth the same. Each reward of its step is given one code, at the moment it is confirmed.",
  none: "No pool yet. Until there is one, gifts are yours to hand over.",
  low: "Low",
  empty: "Empty",
  retired: "Retired",
  enough: "In stock",
  lowNews: (name: string, left: string) => `“${name}” has ${codes(left)} left.`,
  waitNews: (n: string) =>
    n === "1"
      ? "1 reward is waiting for a code."
      : `${n} rewards are waiting for a code.`,
  lowest: "Gift codes are running out:",
  unserved:
    "Gifts are waiting for a code of a worth that no pool has. They wait until there is such a pool with codes:",
  unservedNews: (n: string, step: string, who: string, value: string) =>
    `${n} for a ${step}, ${value} to the ${who}.`,
  openFor: "Open a pool for them",
  for: "For",
  to: { both: "referrer and friend", referrer: "referrer", friend: "friend" },
  each: (value: string) => `${value} each`,
  left: "Left",
  handedOut: "Handed out",
  takenBack: "of these taken back",
  takenBackHint:
    "The reward was taken back after its code was handed out. The code may have been used, so nobody else is given it.",
  expired: "Expired",
  withdrawn: "Withdrawn",
  waiting: "Rewards waiting for a code",
  waits: "Waiting",
  all: "All pools",
  lowBelow: "Low when fewer are left than",
  since: "Since",
  open: "Open",
  choices: (programme: string, step: string, who: string, value: string) =>
    `${programme}: for a ${step}, ${value} to the ${who}`,

  create: "Open a pool",
  createHint:
    "From then on this step’s gifts come from the pool, and wait while it is empty.",
  noChoice:
    "No programme gives a gift of a fixed amount. Add one to a step first, under",
  what: "Gifts for which it holds codes",
  whatHint:
    "As the programme gives them, or as they wait: a code cannot be cut.",
  name: "Name",
  nameHint: "For you alone.",
  url: "Where a code is used",
  urlHint: "A web address, shown beside the code. May be left out.",
  createButton: "Open the pool",
  created: "The pool is open. Add codes to it.",

  add: "Add codes",
  paste: "Codes, one a line",
  file: "Or a file",
  fileHint: (codes: string, megabytes: string) =>
    `CSV, JSON or text. At most ${codes} codes and ${megabytes} MB at a time. With several columns, the first line names the one to take “code”.`,
  lastDay: "Last day",
  lastDayHint: "Nobody is given a code after this day. May be left out.",
  addButton: "Add the codes",
  adding: "Adding codes",
  added: (n: string) => `${codes(n)} added.`,
  settled: (n: string) =>
    `Rewards that had been waiting for a code and were given one: ${n}.`,
  duplicates: (n: string, lines: string) =>
    `Known already, here or in another pool, and not added again: ${n} (line ${lines}).`,
  more: (n: string) => `and ${n} more`,
  stopped: (n: string) =>
    `It stopped before the end: ${n} codes were added. Add the same codes again: those that are in are passed over.`,
  nothing: "There are no codes in it.",
  tooMany: (most: string, n: string) =>
    `These are ${n} codes; at most ${most} at a time are taken. Nothing was added.`,
  tooLarge: (megabytes: string) =>
    `The file is larger than ${megabytes} MB. Nothing was added. Divide it, and add the parts one by one.`,
  wrong: (n: string) => `Nothing was added. Lines that are no codes: ${n}.`,
  wrongHint:
    "A code has 1 to 500 visible characters, without comma, semicolon or tab.",
  line: (line: string) => `Line ${line}`,
  badJson: "This begins like JSON, but cannot be read as a list of codes.",
  badDay: "The last day is over, or is no date.",

  expiries: "Expiry",
  expiriesHint: "Codes that were not handed out, by their last day.",
  never: "no expiry",
  until: (day: string) => `until ${day}`,
  codes,
  move: "Change",
  moveButton: "Change the last day",
  moved: (n: string) => `The last day is changed, of ${codes(n)}.`,

  edit: "Name, address, low mark",
  editHint: "What the codes are worth, and for what, stays as it is.",
  editButton: "Save",
  edited: "The pool is saved.",
  nameNeeded: "A pool needs a name of at most 100 characters.",
  badUrl: "Expected a web address that begins with https:// or http://.",
  badCount: "Expected a whole number from 0 to 1,000,000.",
  badChoice: "Choose the gifts for which the pool holds codes.",

  withdraw: "Withdraw what is left",
  withdrawHint: (n: string) =>
    `What nobody was given is taken out for good, ${codes(n)}: never handed out, and not to be added again. Codes that were handed out stay with their owners. The pool takes new codes.`,
  withdrawnNews: (n: string) => `${codes(n)} withdrawn.`,
  retire: "Retire the pool",
  retireHint: (n: string) =>
    `Nothing is handed out from it any more, for good, and what is left, ${codes(n)}, is withdrawn. Codes that were handed out stay with their owners.`,
  retireLast:
    "It is the only pool of this step: from then on its gifts are confirmed without a code, and are yours to hand over. They are due in the payouts.",
  retireWaiting: (n: string) =>
    `Rewards that wait for a code, ${n} now, go on waiting until another pool for them has codes, or you confirm them yourself.`,
  retiredNews: (n: string) => `The pool is retired, and ${codes(n)} withdrawn.`,
  reason: "Reason",
  missing: "There is no such pool.",
};

export type GiftWords = typeof giftsEn;
