import type { CustomerWords } from "./customers-en.ts";

/** The import of existing customers, in Japanese. */
export const customersJa: CustomerWords = {
  title: "既存のお客さま",
  intro:
    "新しいお客さまだけを対象にするプログラムでは、すでにお客さまである人を登録しておくと、その人の分の特典は発生しません。注文ごとに customer.existing を送る方法なら、登録は要りません。",
  state: (ids, mails) => `登録済み：ID ${ids}件、メールアドレス ${mails}件`,
  last: "最後の登録",
  none: "まだ登録がありません。",
  file: "ファイル",
  fileHint:
    "CSV、JSON、または1行に1件。5MBまで。1行目に列名（id、email）を書けます。列名がなければ、@を含むものをメールアドレスとして扱います。",
  paste: "または、ここに貼り付け",
  button: "登録する",
  kept: "保存するのは鍵付きハッシュだけで、IDもアドレスも残しません。同じ人をもう一度登録しても何も変わりません。判定は注文の日付で行うので、紹介で買ったばかりの人が名簿に入っていても、特典は失われません。",
  forget: "登録を1件消す",
  forgetWho: "IDまたはメールアドレス",
  forgetButton: "この登録を消す",
  forgetHint:
    "間違えて登録した人や、消去を求めた人のためのものです。以後は新しいお客さまとして扱います。個人データの消去では、登録も一緒に消えます。",
  forgotten: "登録を消しました。",
  working: "お客さまを登録しています",
  done: (added, known) =>
    `${added}件を登録しました。${known}件は登録済みでした。`,
  wrong: (n) =>
    `${n}行は読み取れませんでした。ほかはすべて登録しました。次の行を直して、もう一度送ってください。`,
  more: (n) => `ほか${n}行`,
  line: (n, text) => `${n}行目：${text}`,
  empty: "ファイルを選ぶか、貼り付けてください。",
  tooLarge: "5MBまでです。分けて送ってください。",
  notJson: "JSONのようですが、読み取れません。",
};
