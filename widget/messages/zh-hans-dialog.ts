import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Chinese, simplified signs. */
const zhHansDialog: DialogMessages = {
  open: "推荐给好友",
  open_reward: "查看奖励",
  open_progress: "查看推荐进度",
  open_welcome: "查看好友送的优惠",
  open_code: "有推荐码吗？",
  seeNews: "查看",
  close: "关闭",
  newsCount: "{count}条新消息",
};

export default zhHansDialog;
