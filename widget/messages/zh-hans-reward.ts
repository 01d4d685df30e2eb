import type { RewardMessages } from "./ja-reward.ts";

/** A member's rewards in Chinese, simplified signs. */
const zhHansReward: RewardMessages = {
  news: "奖励消息",
  got_pending: "{reward}\u200b即将到来",
  got_confirmed: "你获得了\u200b{reward}",
  got_paid: "{reward}\u200b已送达",
  got_void: "{reward}\u200b已取消",
  by_referrer_lead: "好友经你推荐索取了资料或完成了注册。",
  by_referrer_sale: "好友经你推荐购买了商品。",
  by_referrer_stage: "好友经你推荐完成了下一步。",
  by_friend_lead: "感谢你经好友推荐索取资料或注册。",
  by_friend_sale: "感谢你经好友推荐购买。",
  by_friend_stage: "感谢你经好友推荐完成下一步。",
  overflow_raffle: "另外还有一次“{name}”的抽奖机会。",
  overflow_perk: "另外还附赠“{name}”。",
  giftCode: "礼品码（仅供你本人使用）",
  copyGift: "复制礼品码",
  useGift: "前往使用",
  state_pending: "待确认",
  state_confirmed: "已确认",
  state_paid: "已领取",
  state_void: "已取消",
  confirmableAt: "{date}起确认。",
  confirmed: "已确认，很快会送达。",
  given: "礼品码可以使用了。",
  paid: "已送达。",
  next: "接下来",
  nextReferrer: "好友{step}，你得{reward}。",
  nextFriend: "{step}，你得{reward}。",
  nextShare: "你也可以把同样的优惠送给其他好友。",
  invite: "现在，轮到你邀请好友。",
  back: "返回分享页面",
  noRewards: "还没有奖励",
  noRewardsHint: "好友通过你的链接加入后，会在这里通知你。",
};

export default zhHansReward;
