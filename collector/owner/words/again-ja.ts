import type { AgainWords } from "./again-en.ts";

/** What was typed and came too late, in Japanese. */
export const againJa: AgainWords = {
  ended:
    "ログインの期限が切れました。まだ何も実行していません。ログインすると、入力した内容に戻れます。",
  endedOnly:
    "ログインの期限が切れました。まだ何も実行していません。もう一度ログインしてください。",
  title: "もう一度送りますか",
  intro:
    "送信したときにログインの期限が切れていたため、まだ何も実行していません。ここから送ると実行します。",
  send: "いま送る",
  back: "送らずに元のページに戻る",
  fields: {
    member: "会員",
    typed: "会員",
    reason: "理由",
    message: "本文",
    amount: "金額",
    name: "名前",
    url: "アドレス",
  },
};
