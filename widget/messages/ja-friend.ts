/** What friends see, in Japanese. */
const jaFriend = {
  welcomeFrom: "{from}さんからの\u200bご紹介です",
  welcomeFriend: "お友だちからの\u200bご紹介です",
  welcomeName: "{from}さん",
  welcomeGift: "{reward}をお贈りします。",
  welcomeNone: "ようこそ。ごゆっくりご覧ください。",
  welcomeCode: "このまま進めば自動で適用されます。あとで使うときのコード：",
  welcomeTerms: "紹介の規約を見る",
  own: "これはあなたの\u200b紹介リンクです",
  ownHint: "ご自身では使えませんが、お友だちに送ると特典を贈れます。",
  codeField: "紹介コード（お持ちの方）",
  codeChecking: "確認しています…",
  codeValid: "ご利用いただけます。{reward}",
  codeFrom: "{from}さんの紹介コードです。{reward}",
  codeShape: "英数字4〜20文字のコードをご入力ください。",
  codeUnknown:
    "この紹介コードは見つかりませんでした。文字の打ち間違いや、前後の入れ替わりがないかご確認ください。",
  codeLength:
    "この紹介コードは見つかりませんでした。ふつうは8文字ですが、{count}文字になっています。ご確認ください。",
  codeSigns:
    "この紹介コードは見つかりませんでした。ふつう{signs}は使われませんので、似た文字がないかご確認ください。",
  codeUnchecked: "いま確認できませんでしたが、このままご注文いただけます。",
};

export type FriendMessages = typeof jaFriend;

export default jaFriend;
