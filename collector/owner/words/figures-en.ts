/** Figures as they are written, by their names in the domain; those that are unknown are empty. */
export interface WrittenFigures {
  step: string;
  amount: string;
  marginClass: string;
  isBoost: boolean;
  rate: string;
  margin: string;
  gross: string;
  cost: string;
  gifts: string;
  paid: string;
  raw: string;
  value: string;
  limit: string;
  others: string;
}

/** Warnings and advice that have an example, in English. Of the others the domain's own message is shown. */
export const warningsEn: Record<string, string> = {
  can_lose_money:
    "Rewards can be more than the gross profit. Lower them, add a cap of gross profit, or let the guardrail cap.",
  guardrail:
    "The guardrail can pay less than is offered. Lower the amounts, so that the offer can be kept.",
  legal_limit:
    "A reward is above the legal limit, or is cut to it. Give points or a coupon of the shop, or lower the amount.",
  legal_raffle:
    "The raffle’s prize is above the limit that Japan sets. Lower its value.",
  raffle_cost:
    "One sale does not pay for the raffle’s prize. Draw only when enough take part, or lower its value.",
};

export const adviceEn: Record<string, string> = {
  loses_money:
    "Rewards and gifts can be more than the gross profit. Lower the rate, the gift, or the leads needed for a sale.",
  cap_binds:
    "The cap takes effect. Say so in the offer: people expect the rate.",
  guardrail:
    "Both sides and gifts together cost more than the guardrail allows. Lower the rate, or it will act on real sales.",
  legal:
    "The friend’s reward can be above what Japan allows as a gift to everyone. Give points or a coupon of your own shop, which count as a discount, or lower the amount.",
  legal_gift:
    "The gift for a lead is above what Japan allows where the lowest purchase is so small. Lower it, or ask a lawyer whether your leads count as part of a purchase.",
  legal_overflow:
    "What is given above the cap is more than Japan allows. Choose one of less value.",
  pays_nothing: "The reward can round down to nothing, and is not given.",
};

/** The example that belongs to a warning or an advice, in English. */
export const figuresEn = {
  where: ({ step, amount, marginClass, isBoost, rate }: WrittenFigures) =>
    [
      [step, amount].filter(Boolean).join(" of "),
      rate && `at ${rate}`,
      marginClass && `in the class “${marginClass}”`,
      isBoost && "during a campaign",
    ]
      .filter(Boolean)
      .join(", "),
  price: "price",
  and: (where: string, says: string) => `Such as a ${where}: ${says}.`,
  others: (n: string) => ` The same in ${n} more.`,
  says: {
    can_lose_money: ({ gross, cost, gifts }) =>
      gifts
        ? `gross profit ${gross}; with ${gifts} for one lead it costs ${cost}`
        : `gross profit ${gross}, and it costs ${cost}`,
    guardrail: ({ cost }) =>
      cost ? `it costs ${cost}` : "less is paid than offered",
    legal_limit: () => "less is paid than offered",
    legal_raffle: ({ value, limit }) =>
      `the prize of ${value} is above the ${limit} that is allowed`,
    raffle_cost: ({ gross, value }) =>
      `${gross} of gross profit is left, for a prize of ${value}`,
    overflow_withheld: () => "it would not be given",
    perk_withheld: () => "it would not be given",
    loses_money: ({ cost, gross }) =>
      `it costs ${cost}, and the gross profit is ${gross}`,
    cap_binds: ({ paid, raw }) => `${paid} is paid instead of ${raw}`,
    legal: ({ value, limit }) =>
      `${value} is above the ${limit} that is allowed as a gift to everyone`,
    legal_gift: ({ value, limit }) =>
      `the gift of ${value} is above the ${limit} that is allowed`,
    legal_overflow: ({ value, limit }) =>
      `${value} is above the ${limit} that is allowed`,
    pays_nothing: () => "nothing is given",
  } as Record<string, (figures: WrittenFigures) => string>,
};

export type FiguresWords = typeof figuresEn;
