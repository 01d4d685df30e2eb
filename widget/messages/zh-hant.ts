import offer from "../../sdk/protocol/words/offer-zh-hant.ts";
import type { Messages } from "./ja.ts";

/** The share screen in Chinese, traditional signs. */
const zhHant: Messages = {
  ...offer,
  friend: "好友",
  you: "你",
  referred: "你也是經好友推薦而來的。現在，換你來分享。",
  loading: "正在載入…",
  link: "你的推薦連結",
  copy: "複製連結",
  copied: "已複製",
  copyFailed: "無法複製，請複製已選取的文字。",
  code: "你的推薦碼",
  copyCode: "複製推薦碼",
  native: "其他應用程式",
  more: "其他傳送方式",
  edit: "查看或修改要傳送的文字",
  qr: "顯示 QR 碼",
  progress: "查看推薦進度",
};

export default zhHant;
