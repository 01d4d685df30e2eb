import type { GiftWords } from "./gifts-en.ts";

/** Pools of gift codes, in Japanese. */
export const giftsJa: GiftWords = {
  title: "ギフトコード",
  intro:
    "ギフト券など、ほかの会社で使えるコードの在庫です。ひとつの在庫のコードはすべて同じ金額です。特典が確定したときに、一件につきコードを一つ渡します。",
  none: "在庫はまだありません。在庫を作るまで、ギフトはご自分で渡してください。",
  low: "残りわずか",
  empty: "在庫切れ",
  retired: "終了",
  enough: "在庫あり",
  lowNews: (name, left) => `「${name}」の残りは${left}個です。`,
  waitNews: (n) => `特典${n}件がコードを待っています。`,
  lowest: "ギフトコードが足りなくなります：",
  unserved:
    "コードを待っていますが、同じ金額の在庫がないギフトがあります。その金額の在庫を作り、コードを加えるまで渡せません：",
  unservedNews: (n, step, who, value) => `${step}で${who}に ${value}：${n}件。`,
  openFor: "この在庫を作る",
  for: "対象",
  to: {
    both: "紹介した人と紹介された人",
    referrer: "紹介した人",
    friend: "紹介された人",
  },
  each: (value) => `1個 ${value}`,
  left: "残り",
  handedOut: "渡した数",
  takenBack: "うち取り消し",
  takenBackHint:
    "コードを渡したあとで特典が取り消されたものです。使われたかもしれないので、ほかの人には渡しません。",
  expired: "期限切れ",
  withdrawn: "引き上げ",
  waiting: "コードを待っている特典",
  waits: "待ち",
  all: "在庫の一覧へ",
  lowBelow: "「残りわずか」とする数（未満）",
  since: "作成",
  open: "開く",
  choices: (programme, step, who, value) =>
    `${programme}：${step}で${who}に ${value}`,

  create: "在庫を作る",
  createHint:
    "作ったあとは、この段階のギフトはこの在庫から渡します。在庫が空の間は特典が待ちます。",
  noChoice:
    "金額の決まったギフトを渡すプログラムがありません。先に段階へ加えてください：",
  what: "どのギフトのコードか",
  whatHint:
    "プログラムで決めた金額か、待っているギフトの金額です。コードは分けられません。",
  name: "名前",
  nameHint: "運営者だけに見えます。",
  url: "コードを使うページ",
  urlHint: "コードのそばに表示します。空でもかまいません。",
  createButton: "在庫を作る",
  created: "在庫を作りました。コードを加えてください。",

  add: "コードを加える",
  paste: "コード（1行に1個）",
  file: "またはファイル",
  fileHint: (codes, megabytes) =>
    `CSV・JSON・テキスト。一度に${codes}個、${megabytes} MB まで。列が複数あるときは、1行目で使う列に「コード」または code と書いてください。`,
  lastDay: "有効期限の日",
  lastDayHint: "この日を過ぎたコードは渡しません。空でもかまいません。",
  addButton: "コードを加える",
  adding: "コードを加えています",
  added: (n) => `${n}個のコードを加えました。`,
  settled: (n) => `コードを待っていた特典${n}件に渡しました。`,
  duplicates: (n, lines) =>
    `${n}個は、この在庫かほかの在庫にすでにあるので加えませんでした：${lines}行目。`,
  more: (n) => `ほか${n}行`,
  stopped: (n) =>
    `途中で止まりました。${n}個は加えてあります。同じものをもう一度加えてください。入っているコードは飛ばします。`,
  nothing: "コードがありません。",
  tooMany: (most, n) =>
    `${n}個あります。一度に加えられるのは${most}個までです。何も加えていません。`,
  tooLarge: (megabytes) =>
    `ファイルが ${megabytes} MB を超えています。何も加えていません。分けて加えてください。`,
  wrong: (n) => `コードでない行が${n}行あるため、何も加えていません。`,
  wrongHint: "コードは1〜500文字で、コンマ・セミコロン・タブは使えません。",
  line: (line) => `${line}行目`,
  badJson: "JSON のようですが、コードの一覧として読めません。",
  badDay: "有効期限の日が過ぎているか、日付ではありません。",

  expiries: "有効期限",
  expiriesHint: "まだ渡していないコードの数です。",
  never: "期限なし",
  until: (day) => `${day}まで`,
  codes: (n) => `${n}個`,
  move: "変える",
  moveButton: "有効期限を変える",
  moved: (n) => `${n}個の有効期限を変えました。`,

  edit: "名前・ページ・残りわずかの数",
  editHint: "コードの金額と対象は変えられません。",
  editButton: "保存する",
  edited: "保存しました。",
  nameNeeded: "名前を100文字以内で入れてください。",
  badUrl: "https:// または http:// で始まるアドレスを入れてください。",
  badCount: "0から1,000,000までの整数を入れてください。",
  badChoice: "どのギフトのコードかを選んでください。",

  withdraw: "残りを引き上げる",
  withdrawHint: (n) =>
    `まだ誰にも渡していない${n}個を引き上げます。以後渡すことはなく、加え直すこともできません。渡したコードはそのままです。新しいコードは加えられます。`,
  withdrawnNews: (n) => `${n}個を引き上げました。`,
  retire: "この在庫を終了する",
  retireHint: (n) =>
    `この在庫からは二度と渡さず、残り${n}個を引き上げます。元には戻せません。渡したコードはそのままです。`,
  retireLast:
    "この段階の在庫はこれだけです。終了すると、ギフトはコードなしで確定し、ご自分で渡すことになります（支払いに出ます）。",
  retireWaiting: (n) =>
    `コードを待っている特典が${n}件あります。ほかの在庫にコードが入るか、ご自分で確定するまで待ちます。`,
  retiredNews: (n) => `在庫を終了し、${n}個を引き上げました。`,
  reason: "理由",
  missing: "該当する在庫はありません。",
};
