import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, traditional signs. */
const zhHantDrawers: DrawerMessages = {
  fixedLine: "第一行說明了你會獲得獎勵，一律會一起傳送。",
  copyMessage: "複製文字",
  qrAlt: "推薦連結的 QR 碼（{link}）",
  qrHint: "請朋友用相機掃描。",
  savePng: "儲存圖片",
  saveSvg: "儲存 SVG",
  print: "列印",
};

export default zhHantDrawers;
