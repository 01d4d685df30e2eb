import type { OfferWords } from "./offer-ja.ts";

/** What is offered and what is sent, in Chinese, traditional signs. */
const offerZhHant: OfferWords = {
  title: "推薦好友",
  both: "送好友\u200b{friend}，\u200b你也得\u200b{referrer}。",
  same: "好友和你，\u200b各得\u200b{friend}。",
  forFriend: "送給好友\u200b{friend}。",
  forReferrer: "推薦好友，\u200b你得\u200b{referrer}。",
  noOffer: "把喜歡的，\u200b分享給好友。",
  points: "相當於{amount}的點數",
  coupon: "{amount}的優惠券",
  shared_points: "相當於{amount}的通用點數",
  cash: "{amount}的現金",
  gift: "價值{amount}的禮物",
  perk: "專屬優惠",
  ofPrice: "購買金額{rate}%",
  upTo: "（最高{amount}）",
  lead: "索取資料或註冊時",
  sale: "購買時",
  stage: "完成下一步時",
  channels: "line,native,x,mail,facebook,more",
  line: "LINE",
  x: "X",
  mail: "郵件",
  sendBy: "用{channel}傳送",
  newTab: "（在新分頁開啟）",
  disclosure: "【廣告】好友推薦活動，我也會獲得獎勵",
  messageGift: "{on}，你可以獲得{friend}。",
  message: "這是我常逛的店，有興趣的話，可以從這裡看看：",
  messageBrand: "我很喜歡{brand}，有興趣的話，可以從這裡看看：",
};

export default offerZhHant;
