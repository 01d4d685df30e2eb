/** What a refund or another change would do to an order, in English. */
export const orderChangesEn = {
  preview: {
    title: (order: string) => `Money back for order ${order}`,
    refund: (amount: string, left: string) =>
      `A refund of ${amount}: ${left} of the order is left.`,
    chargeback: (amount: string, left: string) =>
      `A chargeback of ${amount}: ${left} of the order is left, and it earns nothing any more, for good.`,
    none: "No reward changes by it.",
    difference: "Difference",
    isNew: "new",
    gives: (amount: string) => `+${amount}`,
    overflow: {
      what: {
        raffle: (name: string, worth: string) =>
          `raffle entry “${name}” (prize worth ${worth})`,
        perk: (name: string, worth: string) =>
          `perk “${name}” (worth ${worth})`,
      },
      kept: (what: string) => `Above the cap: the ${what} stays.`,
      taken: (what: string) =>
        `Above the cap: the ${what} is taken back. If it was handed over already, it is yours to reclaim.`,
      given: (what: string) => `Above the cap: a ${what} is added.`,
    },
    takes: (amount: string) => `−${amount}`,
    leaves: (amount: string) => `${amount} stands afterwards`,
    voids: "nothing is left of it",
    paid: "It is paid already: what is taken is set off against the next payout.",
    giftOut: "Its gift code is handed out and may have been used.",
    note: "Reason, for the log",
    doRefund: "Record the refund",
    doChargeback: "Record the chargeback",
    back: "Back to the order, without doing it",
  },
  change: {
    open: "The order was changed",
    hint: "For an order that became larger or smaller. You see what it does to the rewards before anything is done. A field left empty stays as it is.",
    amount: (currency: string) =>
      `New total, before any refund, in ${currency}`,
    grossProfit: (currency: string) =>
      `Gross profit of the new total, in ${currency}`,
    look: "See what it would change",
    bad: "Expected a new total, a gross profit, or both: amounts from 0.",
    title: (order: string) => `Change of order ${order}`,
    from: (before: string, after: string) =>
      `The total was ${before} and becomes ${after}, before refunds.`,
    gross: (amount: string) => `Gross profit of it: ${amount}.`,
    brakes:
      "What rises stays within today’s limits and budgets; what is paid is never raised.",
    act: "Record the change",
    done: "The change is recorded, and the rewards follow it.",
  },
};

export type OrderChangeWords = typeof orderChangesEn;
