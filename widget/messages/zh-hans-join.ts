import type { JoinMessages } from "./ja-join.ts";

/** Joining, and what stands in its way, in Chinese, simplified signs. */
const zhHansJoin: JoinMessages = {
  joinLead: "加入后，你会得到专属的推荐链接。",
  agree: "我同意条款（版本{version}）",
  readTerms: "阅读条款",
  agreeFirst: "请先同意条款，再加入。",
  email: "电子邮箱（选填）",
  emailHint: "只用来通知你奖励的消息。",
  emailWrong: "请检查电子邮箱地址。",
  device:
    "记录保存在这个浏览器里。更换或遗失设备后，就无法回到这个页面。链接会一直有效，请把它另外记下来。",
  join: "加入并获取链接",
  joining: "请稍候…",
  joinFailed: "未能加入。请稍后再试。",
  keepLink: "感谢加入。请妥善保存这个链接。",
  paused: "推荐活动暂时休息，很快回来。",
  ended: "推荐活动已经结束。感谢你的参与。",
  failed: "未能加载。",
  offline: "你似乎没有连接到网络。",
  retry: "再试一次",
};

export default zhHansJoin;
