import type { PersonWords } from "./person-en.ts";

/** Personal data: handed out, and erased, in Japanese. */
export const personJa: PersonWords = {
  title: "個人データ",
  exportHint:
    "この人について保存しているすべてを、本人に渡せる一つのファイルにします。書き出したことは記録に残ります。",
  export: "JSON でダウンロード",
  erase: "この人を消去する…",
  eraseTitle: "この人を消去しますか",
  eraseWho: "対象",
  goes: "完全に消えるもの",
  going: [
    "名前、メールアドレス、お店の顧客ID、友だちに見える名前",
    "リンクとコード（開いた人はお店に着きますが、だれの紹介にもなりません）",
    "すべての端末でのログイン、使ったブラウザの記録とその動き",
    "本人が送った言葉と、そのお返事",
    "ほかのシステムへまだ送っていない知らせ",
  ],
  stays: "残るもの",
  staying: [
    "注文とその金額（本人にたどれない ID で）",
    "特典と台帳（合計はすべて元のまま）",
    "消去したこと、その日時と行った人",
  ],
  owed: "まだ支払っていない特典",
  owedHint:
    "消去のあとは本人に支払えません。先に支払わないと、未払いのまま帳簿に残ります。",
  nothingOwed: "なし",
  confirm: (code) => `消去するには、会員のコード ${code} を入力してください`,
  submit: "完全に消去する",
  inPayout: "支払いの途中です。先にその支払いを済ませるか、中止してください。",
  wrongCode: "コードが違います。何も消去していません。",
  erased: "消去しました。帳簿の合計は元のままです。",
  back: "会員のページに戻る",
};
