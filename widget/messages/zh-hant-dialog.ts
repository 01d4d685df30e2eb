import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Chinese, traditional signs. */
const zhHantDialog: DialogMessages = {
  open: "推薦給好友",
  open_reward: "查看獎勵",
  open_progress: "查看推薦進度",
  open_welcome: "查看好友送的優惠",
  open_code: "有推薦碼嗎？",
  seeNews: "查看",
  close: "關閉",
  newsCount: "{count} 則新消息",
};

export default zhHantDialog;
