/** The simulator, and the rehearsal on real orders, in English. */
export const rulesTrialsEn = {
  simulator: {
    title: "What it comes to",
    intro: "By the form’s present values, the same for both sides.",
    prices: "Prices",
    rates: "Rates in %",
    leads: "Leads for each sale",
    listHint: "Several, with spaces between them",
    run: "Work it out",
    caption: (margin: string, base: string) =>
      `At a margin of ${margin}, rates of ${base}. Each of the two gets:`,
    rate: "Rate",
    roi: (percent: string) => `ROI ${percent}`,
    capped: "cut by the cap",
    guardrail: "above the guardrail",
    law: "above the law’s limit for gifts",
    present: "now",
    advice: "Advice",
    unread: "The simulator needs prices, rates and a margin in figures.",
    noLeads:
      "What a lead gives is left out of this table: say how many leads there are for each sale.",
    unbounded: (n: string, cost: string) =>
      `Nothing bounds what friends get for a lead: ${n} friends would cost ${cost}. Limits hold for the referrer only; set a budget for both.`,
    differs:
      "The two sides differ in these rules: the table shows them as if both got the rate.",
  },
  rehearsal: {
    title: "Rehearse on real orders",
    intro:
      "Plays what was really credited once more, under the rules of this form. Nothing is changed.",
    days: "Days back",
    run: "Rehearse",
    caption: (n: string, from: string, to: string) =>
      `${n} credited conversions from ${from} to ${to}`,
    truncated: (n: string) => `Only the newest ${n} were played.`,
    figure: "Figure",
    before: "As promised",
    after: "Under these rules",
    cost: "Cost",
    rewards: "Rewards",
    difference: (amount: string) => `Difference: ${amount}`,
    gain: (n: string) => `${n} members gain`,
    lose: (n: string) => `${n} lose`,
    same: (n: string) => `for ${n} nothing changes`,
    members: "The largest differences, by member",
    member: "Member",
    change: "Difference",
    none: "Nothing was credited in these days.",
    notes:
      "As if the rules had been in force and live all the time, with limits and budgets empty at the beginning. Friends who have not joined count in the cost, not among the members.",
    badDays: "Give whole days from 1 to 365.",
  },
};

export type RulesTrialWords = typeof rulesTrialsEn;
