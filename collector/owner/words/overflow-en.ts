export const overflowEn = {
  raffle: (name: string, value: string) =>
    `With an entry in the raffle for “${name}” (${value})`,
  perk: (name: string, value: string) => `With “${name}” (${value})`,
  file: "Raffle entries and perks as a table (CSV)",
};
