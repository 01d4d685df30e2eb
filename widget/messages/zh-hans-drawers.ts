import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, simplified signs. */
const zhHansDrawers: DrawerMessages = {
  fixedLine: "第一行说明了你会获得奖励，将始终一起发送。",
  preview: "好友将看到",
  mailSubject: "主题：{subject}",
  room: "{channel}上限 {max}，已用 {count}",
  tooLong: "对{channel}来说太长，结尾将以“…”代替。",
  copyMessage: "复制文字",
  qrAlt: "推荐链接的二维码（{link}）",
  qrHint: "请朋友用相机扫一扫。",
  savePng: "保存图片",
  saveSvg: "保存 SVG",
  print: "打印",
};

export default zhHansDrawers;
