import type { RewardMessages } from "./ja-reward.ts";

/** A member's rewards in Chinese, traditional signs. */
const zhHantReward: RewardMessages = {
  news: "獎勵消息",
  got_pending: "{reward}\u200b即將到來",
  got_confirmed: "你獲得了\u200b{reward}",
  got_paid: "{reward}\u200b已送達",
  got_void: "{reward}\u200b已取消",
  by_referrer_lead: "好友經你推薦索取了資料或完成了註冊。",
  by_referrer_sale: "好友經你推薦購買了商品。",
  by_referrer_stage: "好友經你推薦完成了下一步。",
  by_friend_lead: "感謝你經好友推薦索取資料或註冊。",
  by_friend_sale: "感謝你經好友推薦購買。",
  by_friend_stage: "感謝你經好友推薦完成下一步。",
  overflow_raffle: "另外還有一次「{name}」的抽獎機會。",
  overflow_perk: "另外還附贈「{name}」。",
  giftCode: "禮物碼（僅供你本人使用）",
  copyGift: "複製禮物碼",
  useGift: "前往使用",
  state_pending: "待確認",
  state_confirmed: "已確認",
  state_paid: "已領取",
  state_void: "已取消",
  confirmableAt: "{date}起確認。",
  confirmed: "已確認，很快會送達。",
  given: "禮物碼可以使用了。",
  paid: "已送達。",
  next: "接下來",
  nextReferrer: "好友{step}，你得{reward}。",
  nextFriend: "{step}，你得{reward}。",
  nextShare: "你也可以把同樣的優惠送給其他好友。",
  invite: "現在，換你邀請好友。",
  back: "返回分享畫面",
  noRewards: "還沒有獎勵",
  noRewardsHint: "好友透過你的連結加入後，會在這裡通知你。",
};

export default zhHantReward;
