/** Payout runs, in English. */
export const payoutsEn = {
  title: "Payouts",
  intro:
    "Gather what is due, export it, pay it in your shop or at your bank, and then mark it as paid, all at once.",
  single: "A single reward can be marked as paid on its own, under:",
  due: "Due now",
  minimum: "Only from",
  minimumHint:
    "In whole units, such as 1000 yen. Whoever is due less waits for a later run.",
  kinds: "Kinds of reward",
  kindsHint:
    "None chosen means all: then what is owed back in points is set off against cash too. To keep them apart, choose one kind for each run.",
  show: "Work out",
  nothingDue: "Nothing is due. Rewards are, once they are confirmed.",
  people: (n: string) => `${n} people`,
  person: "1 person",
  dueTo: (people: string, sum: string) => `${sum} to ${people}`,
  over: (minimum: string) => `from ${minimum}`,
  below: (people: string, sum: string, minimum: string) =>
    `Below ${minimum} and left for later: ${sum} to ${people}.`,
  nobody: (minimum: string) => `Nobody is due ${minimum} or more.`,
  unreachable: (people: string, sum: string) =>
    `${people} cannot be reached: the shop has given no id, mail address or name for them. ${sum} stay due to them, and are in no run.`,
  runId: "Name of the run",
  make: "Make the run",
  makeHint: "Nothing is paid by that.",
  made: "The run is made. Nothing is paid yet.",
  madeBefore: "There was a run of this name already: here it is.",
  otherRun:
    "A run of this name was made with another currency, minimum or kinds. Nothing was changed; choose another name.",
  badRunId: "A run needs a name of at most 100 characters.",
  badMinimum: "Expected an amount such as 1000.",
  emptyRun: "Nothing is due any more: no run was made.",
  emptyRunHere:
    "Nothing is due any more: no run was made. What was due is in this one.",

  runs: "Runs",
  noRuns: "No run yet.",
  state: "State",
  states: { open: "Not paid", paid: "Paid", cancelled: "Cancelled" },
  when: "Made",
  sum: "Sum",
  held: "Held when cancelled",
  heldHint: (sum: string) => `held ${sum}`,
  byKind: "By kind",
  who: "People",
  settled: { paid: "Paid", cancelled: "Cancelled", open: "" },
  run: (name: string) => `Payout run ${name}`,
  back: "All runs",
  allKinds: "all",
  minimumLabel: "Minimum",
  more: "More was due than one run holds. Make another when this one is paid.",
  csv: "Export as CSV",
  csvHint: "A line for each person, for your bank or shop system.",
  csvColumns: {
    payout: "payout",
    payee: "payee",
    member: "member",
    externalId: "externalId",
    name: "name",
    email: "email",
    rewards: "rewards",
    currency: "currency",
    amountMinor: "amountMinor",
    amount: "amount",
    kinds: "kinds",
  },

  name: "Name",
  amount: "Amount",
  rewards: "Rewards",
  count: (n: string) => `${n} rewards`,
  one: "1 reward",
  corrections: (n: string, sum: string) =>
    `with ${n} ${n === "1" ? "correction" : "corrections"}: ${sum}`,
  correction: "correction",
  reward: "reward",
  unknown: "nothing known of them",
  notJoined: "has not joined",
  erased: "erased",
  further: (n: string) => `and ${n} more`,
  next: "Next people",
  first: "Back to the first",
  range: (from: string, to: string, all: string) =>
    `${from} to ${to} of ${all}`,
  payees: "Who is paid",
  nobodyIn: "Nobody is in this run.",
  left: "No longer in the run",
  leftHint:
    "These changed, or were given up, since the run was made. What is still owed of them is due again.",
  leftBecause: {
    cancelled: "the run was cancelled",
    nothing_due: "nothing is left to pay this person",
    void: "the reward was taken back",
    refunded: "the order was refunded",
    changed: "the amount changed",
    erased: "the person was erased",
  } as Record<string, string>,

  pay: "Mark as paid",
  payTitle: "Mark this run as paid?",
  payWhat: (people: string, sum: string) =>
    `${sum} to ${people} are noted as paid, at once, all or none.`,
  payFinal:
    "This cannot be undone. What turns out wrong is only compensated: it is set off against what the person is due later.",
  payFirst:
    "Pay the money first, or hand over the points: Enishi moves none itself.",
  payYes: (sum: string) => `Yes, ${sum} have been paid`,
  payNo: "No, back to the run",
  paid: (people: string, sum: string) =>
    `The run is paid: ${sum} to ${people}.`,
  cancel: "Cancel the run",
  cancelHint:
    "The run is given up for good. Nobody is noted as paid, and what was in it is due again, for another run. If you have paid any of it, mark the run as paid instead.",
  reason: "Reason",
  cancelled: "The run is cancelled. What was in it is due again.",

  totals: "Totals of a year",
  totalsCsv: (year: string) => `All of ${year} as CSV`,
  totalsHint: (zone: string, from: string, to: string) =>
    `By person and currency, from the ledger; a year of the time zone ${zone}, from ${from} to before ${to}. Rewards count in the year in which they were paid, in a run or one by one.`,
  totalsAdvice:
    "Whether a total has to be reported to the tax office depends on what it was paid for: ask your tax adviser.",
  year: "Year",
  showYear: "Show",
  paidSum: "Paid",
  compensated: "Taken back",
  gifts: "Gift codes",
  total: "Total",
  noTotals: "Nobody was paid anything in this year.",
  missing: "There is no such run.",
};

export type PayoutWords = typeof payoutsEn;
