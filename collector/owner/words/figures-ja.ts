import type { FiguresWords } from "./figures-en.ts";

/** The example that belongs to a warning or an advice, in Japanese. */
export const figuresJa: FiguresWords = {
  where: ({ step, amount, marginClass, isBoost, rate }) =>
    [
      [amount, step].filter(Boolean).join("の"),
      rate && `率 ${rate}`,
      marginClass && `区分「${marginClass}」`,
      isBoost && "キャンペーン期間中",
    ]
      .filter(Boolean)
      .join("、"),
  price: "価格",
  and: (where, says) => `例：${where}では、${says}。`,
  others: (n) => `ほか${n}通りでも同じです。`,
  says: {
    can_lose_money: ({ gross, cost, gifts }) =>
      gifts
        ? `粗利 ${gross}に対し、リード一件分の ${gifts}を含めて費用が ${cost}です`
        : `粗利 ${gross}に対し、費用が ${cost}です`,
    guardrail: ({ cost }) =>
      cost ? `費用が ${cost}です` : "案内した額より少なく支払われます",
    legal_limit: () => "案内した額より少なく支払われます",
    legal_raffle: ({ value, limit }) =>
      `賞品 ${value}が、認められる ${limit}を超えます`,
    raffle_cost: ({ gross, value }) =>
      `残る粗利が ${gross}で、賞品は ${value}です`,
    overflow_withheld: () => "渡されません",
    perk_withheld: () => "渡されません",
    loses_money: ({ cost, gross }) => `費用 ${cost}が粗利 ${gross}を上回ります`,
    cap_binds: ({ paid, raw }) => `${raw}ではなく ${paid}が支払われます`,
    legal: ({ value, limit }) =>
      `${value}が、全員への景品として認められる ${limit}を超えます`,
    legal_gift: ({ value, limit }) =>
      `ギフト ${value}が、認められる ${limit}を超えます`,
    legal_overflow: ({ value, limit }) =>
      `${value}が、認められる ${limit}を超えます`,
    pays_nothing: () => "何も支払われません",
  },
};
