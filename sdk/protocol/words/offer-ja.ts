/** What is offered and what is sent, in Japanese. Headings break at `\u200b` only. `{name}` is filled in. */
const offerJa = {
  title: "友だち紹介",
  both: "お友だちに\u200b{friend}、\u200bあなたに\u200b{referrer}。",
  same: "お友だちとあなたに、\u200bそれぞれ\u200b{friend}。",
  forFriend: "お友だちに、\u200b{friend}を\u200b贈れます。",
  forReferrer: "ご紹介のお礼に、\u200b{referrer}。",
  noOffer: "お気に入りを、お友だちにも。",
  points: "{amount}分のポイント",
  coupon: "{amount}分のクーポン",
  shared_points: "{amount}分の共通ポイント",
  cash: "{amount}の現金",
  gift: "{amount}分のギフト",
  perk: "特典",
  ofPrice: "購入金額の{rate}%",
  upTo: "（上限{amount}）",
  lead: "資料請求・登録で",
  sale: "ご購入で",
  stage: "次のステップで",
  channels: "line,native,x,mail,facebook,more",
  line: "LINE",
  x: "X",
  mail: "メール",
  sendBy: "{channel}で送る",
  newTab: "（新しいタブで開きます）",
  disclosure: "【PR】紹介特典あり（私にも特典があります）",
  messageGift: "{on}、{friend}がもらえます。",
  message: "このお店をよく利用しています。よかったら、こちらからどうぞ。",
  messageBrand:
    "「{brand}」をよく利用しています。よかったら、こちらからどうぞ。",
};

export type OfferWords = typeof offerJa;

export default offerJa;
