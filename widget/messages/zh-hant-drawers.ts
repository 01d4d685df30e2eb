import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, traditional signs. */
const zhHantDrawers: DrawerMessages = {
  fixedLine: "第一行說明了你會獲得獎勵，一律會一起傳送。",
  copyMessage: "複製文字",
  qrAlt: "推薦連結的 QR 碼（{link}）",
};

export default zhHantDrawers;
