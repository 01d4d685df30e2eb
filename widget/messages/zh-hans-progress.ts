import type { ProgressMessages } from "./ja-progress.ts";

/** A member's standing in Chinese, simplified signs. */
const zhHansProgress: ProgressMessages = {
  standing: "推荐进度",
  total_pending: "待确认",
  total_confirmed: "已确认",
  total_paid: "已领取",
  friends: "你推荐的好友",
  friendLabel: "好友 {label}",
  noFriends: "还没有。要不要把链接发给好友？",
  private: "好友的姓名和购买内容不会显示。",
  stage_lead: "索取资料或注册",
  stage_sale: "购买",
  stage_other: "下一步",
  rewards: "奖励",
  publicName: "好友看到的名字（选填）",
  publicNameHint: "留空时，会显示“好友”。",
  save: "保存",
  saved: "已保存",
  saveFailed: "未能保存，请再试一次。",
  missing: "少了一位好友",
  isAsked: "店铺已收到你的留言。",
  isAnswered: "店铺已回复。",
};

export default zhHansProgress;
