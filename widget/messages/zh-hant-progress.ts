import type { ProgressMessages } from "./ja-progress.ts";

/** A member's standing in Chinese, traditional signs. */
const zhHantProgress: ProgressMessages = {
  standing: "推薦進度",
  total_pending: "待確認",
  total_confirmed: "已確認",
  total_paid: "已領取",
  friends: "你推薦的好友",
  friendLabel: "好友 {label}",
  noFriends: "還沒有。要不要把連結傳給好友？",
  private: "好友的姓名和購買內容不會顯示。",
  stage_lead: "索取資料或註冊",
  stage_sale: "購買",
  stage_other: "下一步",
  rewards: "獎勵",
  publicName: "好友看到的名字（選填）",
  publicNameHint: "留空時，會顯示「好友」。",
  save: "儲存",
  saved: "已儲存",
  saveFailed: "無法儲存，請再試一次。",
  missing: "少了一位好友",
  isAsked: "商店已收到你的留言。",
  isAnswered: "商店已回覆。",
};

export default zhHantProgress;
