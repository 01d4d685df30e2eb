import offer from "../../sdk/protocol/words/offer-ja.ts";

/** The share screen in Japanese. Headings break at `\u200b` only. `{name}` is filled in; the owner's `program.texts` beat every key. */
const ja = {
  ...offer,
  friend: "お友だち",
  you: "あなた",
  referred: "あなたも紹介で参加されました。今度はあなたから、どうぞ。",
  loading: "読み込んでいます…",
  link: "あなたの紹介リンク",
  copy: "リンクをコピー",
  copied: "コピーしました",
  copyFailed: "コピーできませんでした。選択された文字をコピーしてください。",
  code: "紹介コード",
  copyCode: "コードをコピー",
  native: "ほかのアプリ",
  more: "ほかの方法",
  edit: "送る文章を見る・変える",
  qr: "QRコードを見せる",
  progress: "紹介の状況を見る",
};

export type Messages = typeof ja;

export default ja;
