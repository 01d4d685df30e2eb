import offer from "../../sdk/protocol/words/offer-zh-hans.ts";
import type { Messages } from "./ja.ts";

/** The share screen in Chinese, simplified signs. */
const zhHans: Messages = {
  ...offer,
  friend: "好友",
  you: "你",
  referred: "你也是经好友推荐而来的。现在，轮到你来分享。",
  loading: "正在载入…",
  link: "你的推荐链接",
  copy: "复制链接",
  copied: "已复制",
  copyFailed: "未能复制，请复制已选中的文字。",
  code: "你的推荐码",
  copyCode: "复制推荐码",
  native: "其他应用",
  more: "其他发送方式",
  edit: "查看或修改要发送的文字",
  qr: "显示二维码",
  progress: "查看推荐进度",
};

export default zhHans;
