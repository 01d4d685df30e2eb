/** What came of it: the page of results, in English. */
export const resultsEn = {
  title: "Results",
  intro:
    "Verified conversions that a member’s referral brought, and the rewards promised for them.",
  figure: "Figure",
  days: (days: number) => `Last ${days} days`,
  since: (day: string) => `since ${day}`,
  reach: "Reach",
  outcome: "Outcome",
  money: "Money",
  views: "Widget views",
  shares: "Shares",
  copies: "Copies of link or code",
  clicks: "Clicks on links",
  leads: "Leads",
  sales: "Sales",
  rewards: "Rewards",
  revenue: "Revenue",
  gross: "Gross profit",
  rewardCost: "Reward cost",
  overflowCost: "Perks above the caps",
  overflowBoth: (cost: string, entries: string) =>
    `${cost}, and ${entries} raffle entries`,
  roi: "Return on rewards",
  noCost: "none yet",
  roiHint:
    "Return on rewards = (gross profit − cost) ÷ cost, where the cost is that of rewards and of perks above the caps. A raffle’s prize is a cost of the draw.",
  developers: "For developers",
  api: "The same figures over HTTP:",
  channels: {
    title: "By channel",
    channel: "Channel",
    shares: "Shares",
    copies: "Copies",
    clicks: "Clicks",
    names: {
      ...{ line: "LINE", x: "X", mail: "Mail", sms: "SMS" },
      ...{ hatena: "Hatena Bookmark", instagram: "Instagram" },
      ...{ copy: "Copied link", qr: "QR code", native: "The device’s own" },
    } as Record<string, string>,
    unnamed: "not named",
    others: "all others",
    none: "Nothing was shared in this time.",
  },
  nothing: "Nothing has come in from a page yet. Start with the snippet:",
};

export type ResultsWords = typeof resultsEn;
