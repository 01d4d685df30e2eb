/** A programme, line by line, in English. */
export const rulesFactsEn = {
  state: "State",
  name: "Name",
  audience: "For",
  period: "Runs",
  always: "always",
  from: (at: string) => `from ${at}`,
  until: (at: string) => `until ${at}`,
  timeZone: "Time zone",
  currency: "Currency",
  landing: "Links lead to",
  hosted: "Hosted page before the shop",
  accent: "Colour",
  terms: "Terms",
  brand: "Brand",
  logo: "Logo",
  picture: "Picture of the campaign",
  text: (name: string) => `Text ${name}`,
  overflow: "Above the cap",
  raffle: (prize: string, value: string) =>
    `entry in a raffle for ${prize} (worth ${value})`,
  boost: (n: number) => `Campaign ${n}`,
  boostText: (period: string, step: string, sides: string) =>
    `${period}, ${step}: ${sides}`,
  purchasers: "Who may refer",
  buyersOnly: "buyers only",
  anybody: "anybody",
  lowestSale: "Lowest usual purchase",
  step: "Step",
  present: "yes",
};

export type RulesFactWords = typeof rulesFactsEn;
