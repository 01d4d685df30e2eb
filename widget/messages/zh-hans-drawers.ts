import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Chinese, simplified signs. */
const zhHansDrawers: DrawerMessages = {
  fixedLine: "第一行说明你会获得奖励，会一并发送。",
  preview: "好友看到的样子",
  mailSubject: "主题：{subject}",
  room: "{channel}上限 {max}，已用 {count}",
  tooLong: "内容超出{channel}的上限，末尾会变成“…”。",
  copyMessage: "复制文字",
  qrAlt: "推荐链接的二维码（{link}）",
  qrHint: "请好友用手机扫一扫。",
  savePng: "保存图片",
  saveSvg: "保存 SVG",
  print: "打印",
};

export default zhHansDrawers;
