import type { RulesTrialWords } from "./rules-trials-en.ts";

/** The simulator, and the rehearsal on real orders, in Japanese. */
export const rulesTrialsJa: RulesTrialWords = {
  simulator: {
    title: "いくらになるか",
    intro: "フォームのいまの値で、二人に同じ特典を渡した場合です。",
    prices: "価格",
    rates: "率（%）",
    leads: "購入一件あたりのリード数",
    listHint: "空白で区切って複数入れられます",
    run: "計算する",
    caption: (margin, base) =>
      `粗利率 ${margin}、率は${base}に対して。一人あたり：`,
    rate: "率",
    roi: (percent) => `ROI ${percent}`,
    capped: "上限で調整",
    guardrail: "ガードレール超過",
    law: "ギフトなら景品の上限超過",
    present: "現在",
    advice: "助言",
    unread: "価格、率、粗利率を数字で入れると計算できます。",
    noLeads:
      "リードの特典はこの表に入っていません。購入一件あたりのリード数を入れてください。",
    unbounded: (n, cost) =>
      `リードで紹介された人に渡す特典には歯止めがありません。${n}人で${cost}かかります。一人あたりの上限は紹介した人だけのものです。予算を設定してください。`,
    differs:
      "この規則では二人の特典が違います。表は二人とも同じ率とした場合です。",
  },
  rehearsal: {
    title: "実際の注文で試す",
    intro:
      "実際に紹介となった成果を、このフォームの規則でもう一度計算します。何も変更しません。",
    days: "さかのぼる日数",
    run: "試す",
    caption: (n, from, to) => `${from}〜${to}の紹介による成果 ${n}件`,
    truncated: (n) => `新しい ${n}件だけを計算しました。`,
    figure: "項目",
    before: "実際の約束",
    after: "この規則なら",
    cost: "費用",
    rewards: "特典の件数",
    difference: (amount) => `差：${amount}`,
    gain: (n) => `増える人 ${n}人`,
    lose: (n) => `減る人 ${n}人`,
    same: (n) => `変わらない人 ${n}人`,
    members: "差の大きい人",
    member: "会員",
    change: "差",
    none: "この期間に紹介による成果はありません。",
    notes:
      "この規則がずっと有効で実施中だったとし、上限と予算は期間のはじめに未使用として計算しています。未参加の人への特典は費用に含み、人の一覧には含みません。",
    badDays: "1〜365 の整数（日）にしてください。",
  },
};
