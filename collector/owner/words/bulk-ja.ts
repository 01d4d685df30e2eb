import type { BulkWords } from "./bulk-en.ts";

/** What is done with many at once, in Japanese. */
export const bulkJa: BulkWords = {
  bar: "選んだものを",
  tickAll: "このページのすべてを選ぶ",
  tickNone: "選択を外す",
  hint: "実行の前に、何が起きるかを確かめられます。",
  acts: {
    unverified: { confirm: "確認する", void: "実在しない注文にする" },
    held: { confirm: "保留を解く", void: "特典を取り消す" },
    rewards: {
      confirm: "確定する",
      pay: "支払い済みにする",
      void: "取り消す",
    },
  },
  all: "該当するすべてを",
  titles: {
    unverified: {
      confirm: "これらの注文を確認しますか",
      void: "これらの注文を実在しないものとしますか",
    },
    held: {
      confirm: "これらの注文の保留を解きますか",
      void: "これらの注文の特典を取り消しますか",
    },
    rewards: {
      confirm: "これらの特典を確定しますか",
      pay: "これらの特典を支払い済みにしますか",
      void: "これらの特典を取り消しますか",
    },
  },
  says: {
    unverified: {
      confirm:
        "実在の注文として数え、特典は規則どおりに続きます。予算や上限に達していれば、少なくなることがあります。",
      void: "実在しない注文として扱い、特典を取り消します。お店のサーバーがその注文を報告しないかぎり、元には戻りません。",
    },
    held: {
      confirm:
        "特典はほかと同じように確定待ちの期間を待ち、すでに過ぎていれば確定します。",
      void: "特典を取り消します。元には戻せません。",
    },
    rewards: {
      confirm:
        "特典が確定し、支払えるようになります。コードのないギフトは待ったままです。",
      pay: "支払い済みとして記録します。元には戻せず、あとからは差額の調整だけができます。お金そのものは動きません。先に支払うか、「支払い」でまとめてください。",
      void: "特典を取り消します。元には戻せません。",
    },
  },
  count: "件数",
  orders: (n) => `注文${n}件`,
  rewardsCount: (n) => `特典${n}件`,
  sum: "合計",
  rewardSum: "特典",
  orderSum: "注文の合計",
  orderLargest: (sum) => `最大 ${sum}`,
  noSum: "待っている特典はありません",
  forWhom: "受け取る人",
  people: (n) => `${n}人`,
  andMore: (n) => `ほか${n}人`,
  friend: "未参加の紹介された人",
  early: (n) => `うち${n}件は、確定待ちの期間がまだ終わっていません。`,
  leftOut: (n) =>
    `選んだうちの${n}件は対象から外れます。状態が変わったか、先に必要な操作があります。`,
  nothing: "選んだものの中に、この操作ができるものはありません。",
  choose: "何も選ばれていません。先に対象を選んでください。",
  reason: "理由",
  reasonHint: {
    unverified: "一件ごとの記録に残ります。",
    held: "一件ごとの記録に残り、会員にも表示されます。",
    rewards: "一件ごとの記録に残り、会員にも表示されます。",
  },
  go: (act, n) => `${act}（${n}件）`,
  back: "何も変えずに戻る",
  working: (act) => `処理中：${act}`,
  done: (n) => `${n}件が終わりました。`,
  failed: (n) =>
    `${n}件はできませんでした。元の状態のまま、一覧に残っています：`,
  failedMore: (n) => `ほか${n}件`,
};
