import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, traditional signs. */
const zhHantDrawers: DrawerMessages = {
  fixedLine: "第一行說明你會獲得獎勵，會一併傳送。",
  preview: "好友看到的樣子",
  mailSubject: "主旨：{subject}",
  room: "{channel}上限 {max}，已用 {count}",
  tooLong: "內容超出{channel}的上限，結尾會變成「…」。",
  copyMessage: "複製文字",
  qrAlt: "推薦連結的 QR 碼（{link}）",
  qrHint: "請好友用手機掃描。",
  savePng: "儲存圖片",
  saveSvg: "儲存 SVG",
  print: "列印",
};

export default zhHantDrawers;
