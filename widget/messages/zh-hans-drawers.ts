import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, simplified signs. */
const zhHansDrawers: DrawerMessages = {
  fixedLine: "第一行说明了你会获得奖励，将始终一起发送。",
  copyMessage: "复制文字",
  qrAlt: "推荐链接的二维码（{link}）",
  qrHint: "请朋友用相机扫一扫。",
  savePng: "保存图片",
  saveSvg: "保存 SVG",
  print: "打印",
};

export default zhHansDrawers;
