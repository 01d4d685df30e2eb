import type { RewardsWords } from "./rewards-en.ts";

/** The list of rewards, in Japanese. */
export const rewardsJa: RewardsWords = {
  title: "特典",
  filter: "状態",
  all: "すべて",
  show: "表示",
  none: "該当する特典はありません。",
  when: "発生",
  who: "受け取る人",
  what: "特典",
  state: "状態",
  act: "操作",
  to: { referrer: "紹介した人", friend: "紹介された人" },
  notJoined: "未参加",
  given: (day) => `${day}にコードを渡しました`,
  givenTotal: "ギフトコードを渡した分",
  forStep: (step) => `${step}の特典`,
  from: (day) => `${day}から確定できます`,
  taken: (amount, of) => `${of}のうち、支払い後の取り消し ${amount}`,
  takenBack: "取り消し済み",
  confirm: "確定する",
  confirmEarly: "早めに確定する",
  pay: "支払い済みにする",
  void: "取り消す",
  voidHint: "特典を取り消します。理由は会員にも表示されます。",
  reason: "理由",
  verifyFirst: "先に注文を確認する",
  waitsForCode:
    "渡せるギフトコードがありません。コードを加えると確定します。それまで待ちます。",
  done: {
    confirmation: "特典を確定しました。",
    payment: "支払い済みにしました。",
    void: "特典を取り消しました。",
  },
};
