import type { PayoutWords } from "./payouts-en.ts";

/** Payout runs, in Japanese. */
export const payoutsJa: PayoutWords = {
  title: "支払い",
  intro:
    "支払うべき特典を人ごとにまとめ、CSV で書き出し、ショップや銀行で支払ったあとに、まとめて支払い済みにします。",
  single: "特典を一件ずつ支払い済みにすることもできます：",
  due: "いま支払うもの",
  minimum: "最低額",
  minimumHint:
    "1000（円）のように入れます。これに満たない人は次回以降になります。",
  kinds: "特典の種類",
  kindsHint: "選ばなければすべてです。",
  show: "計算する",
  nothingDue: "支払うものはありません。特典が確定すると、ここに出ます。",
  people: (n) => `${n}人`,
  person: "1人",
  dueTo: (people, sum) => `${people}に ${sum}`,
  over: (minimum) => `${minimum}以上`,
  below: (people, sum, minimum) =>
    `${minimum}未満で次回以降になるもの：${people}に ${sum}`,
  nobody: (minimum) => `${minimum}以上の人はいません。`,
  runId: "支払いの名前",
  make: "支払いを作る",
  makeHint: "作るだけでは支払い済みになりません。",
  made: "支払いを作りました。まだ支払い済みではありません。",
  madeBefore: "同じ名前の支払いがすでにあったので、それを表示しています。",
  otherRun:
    "同じ名前で、通貨・最低額・種類の違う支払いがあります。何も変えていません。別の名前にしてください。",
  badRunId: "名前を100文字以内で入れてください。",
  badMinimum: "1000 のような金額を入れてください。",
  emptyRun: "支払うものがなくなったので、作りませんでした。",

  runs: "支払いの一覧",
  noRuns: "まだありません。",
  state: "状態",
  states: { open: "未払い", paid: "支払い済み", cancelled: "中止" },
  when: "作成",
  sum: "合計",
  who: "人数",
  settled: { paid: "支払い", cancelled: "中止", open: "" },
  run: (name) => `支払い ${name}`,
  back: "支払いの一覧へ",
  allKinds: "すべて",
  minimumLabel: "最低額",
  more: "一度に入りきらない分があります。これを支払ったあとに、もう一度作ってください。",
  csv: "CSV で書き出す",
  csvHint: "1人1行です。銀行やショップのシステムで使えます。",

  name: "名前",
  amount: "金額",
  rewards: "特典",
  count: (n) => `${n}件`,
  one: "1件",
  corrections: (n, sum) => `うち修正${n}件：${sum}`,
  correction: "修正",
  reward: "特典",
  unknown: "連絡先は不明",
  notJoined: "未参加",
  further: (n) => `ほか${n}件`,
  next: "次の人へ",
  first: "最初に戻る",
  range: (from, to, all) => `${all}人のうち${from}〜${to}人目`,
  payees: "支払う相手",
  nobodyIn: "対象の人はいません。",
  left: "この支払いから外れたもの",
  leftHint:
    "作ったあとで変わったもの、または中止したものです。まだ支払うべき分は、次の支払いに入ります。",
  leftBecause: {
    cancelled: "支払いを中止した",
    nothing_due: "この人に支払うものがなくなった",
    void: "特典を取り消した",
    refunded: "注文が返金された",
    changed: "金額が変わった",
    erased: "本人を消去した",
  },

  pay: "支払い済みにする",
  payTitle: "支払い済みにしますか",
  payWhat: (people, sum) =>
    `${people}・${sum}を、まとめて支払い済みとして記録します。`,
  payFinal:
    "元には戻せません。あとで誤りがわかったときは、その人の次の支払いから差し引くか加えるかして埋め合わせます。",
  payFirst:
    "先に送金やポイントの付与を済ませてください。Enishi は送金しません。",
  payYes: (sum) => `はい、${sum}を支払いました`,
  payNo: "いいえ、戻る",
  paid: (people, sum) => `支払い済みにしました：${people}に ${sum}。`,
  cancel: "この支払いを中止する",
  cancelHint:
    "この支払いをやめます。誰も支払い済みにはならず、中身は次の支払いに入ります。一部でも支払ったときは、中止せずに支払い済みにしてください。",
  reason: "理由",
  cancelled: "支払いを中止しました。中身は次の支払いに入ります。",

  totals: "年間の合計",
  totalsHint: (zone, from, to) =>
    `人と通貨ごとの、台帳からの合計です。期間は ${zone} の ${from} から ${to} の前まで。支払い済みになった年に数えます（一件ずつの支払いも含みます）。`,
  totalsAdvice:
    "税務署への支払調書などが必要かどうかは、何に対する支払いかで変わります。税理士にご確認ください。",
  year: "年",
  showYear: "表示",
  paidSum: "支払い",
  compensated: "取り消し",
  gifts: "ギフトコード",
  total: "合計",
  noTotals: "この年に支払った人はいません。",
  missing: "該当する支払いはありません。",
};
