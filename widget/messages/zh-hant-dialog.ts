import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Chinese, traditional signs. */
const zhHantDialog: DialogMessages = {
  open: "推薦給好友",
  seeNews: "查看",
  close: "關閉",
  newsCount: "{count} 則新消息",
};

export default zhHantDialog;
