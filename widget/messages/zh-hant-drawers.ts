import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, traditional signs. */
const zhHantDrawers: DrawerMessages = {
  fixedLine: "第一行說明了你會獲得獎勵，一律會一起傳送。",
  preview: "好友會看到",
  mailSubject: "主旨：{subject}",
  room: "{channel}上限 {max}，已用 {count}",
  tooLong: "對{channel}來說太長，結尾會以「…」代替。",
  copyMessage: "複製文字",
  qrAlt: "推薦連結的 QR 碼（{link}）",
  qrHint: "請朋友用相機掃描。",
  savePng: "儲存圖片",
  saveSvg: "儲存 SVG",
  print: "列印",
};

export default zhHantDrawers;
