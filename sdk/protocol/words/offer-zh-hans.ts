import type { OfferWords } from "./offer-ja.ts";

/** What is offered and what is sent, in Chinese, simplified signs. */
const offerZhHans: OfferWords = {
  title: "推荐好友",
  both: "送好友\u200b{friend}，\u200b你也得\u200b{referrer}。",
  same: "好友和你，\u200b各得\u200b{friend}。",
  forFriend: "送给好友\u200b{friend}。",
  forReferrer: "推荐好友，\u200b你得\u200b{referrer}。",
  noOffer: "把喜欢的，\u200b分享给好友。",
  points: "相当于{amount}的积分",
  coupon: "{amount}的优惠券",
  shared_points: "相当于{amount}的通用积分",
  cash: "{amount}的现金",
  gift: "价值{amount}的礼品",
  perk: "专属福利",
  ofPrice: "购买金额{rate}%",
  upTo: "（最高{amount}）",
  lead: "索取资料或注册时",
  sale: "购买时",
  stage: "完成下一步时",
  channels: "native,mail,x,more",
  line: "LINE",
  x: "X",
  mail: "邮件",
  sendBy: "用{channel}发送",
  newTab: "（在新标签页中打开）",
  disclosure: "【广告】好友推荐活动，我也会获得奖励",
  messageGift: "{on}，你可以获得{friend}。",
  message: "这是我常逛的店，有兴趣的话，可以从这里看看：",
  messageBrand: "我很喜欢{brand}，有兴趣的话，可以从这里看看：",
};

export default offerZhHans;
