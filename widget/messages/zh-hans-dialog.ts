import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Chinese, simplified signs. */
const zhHansDialog: DialogMessages = {
  open: "推荐给好友",
  seeNews: "查看",
  close: "关闭",
  newsCount: "{count}条新消息",
};

export default zhHansDialog;
