import type { FriendMessages } from "./ja-friend.ts";

/** What friends see, in Chinese, simplified signs. */
const zhHansFriend: FriendMessages = {
  welcomeFrom: "{from}\u200b邀请了你",
  welcomeFriend: "好友\u200b邀请了你",
  welcomeName: "{from}",
  welcomeGift: "你可获得{reward}。",
  welcomeNone: "欢迎光临，请随意看看。",
  welcomeCode: "优惠会自动生效。以后要用时的推荐码：",
  welcomeTerms: "查看活动条款",
  own: "这是\u200b你自己的\u200b推荐链接",
  ownHint: "你自己不能使用，但发给好友，就能送上优惠。",
  codeField: "推荐码（如有）",
  codeChecking: "正在确认…",
  codeValid: "此推荐码可用。{reward}",
  codeFrom: "这是{from}的推荐码。{reward}",
  codeShape: "请输入4至20位字母和数字组成的推荐码。",
  codeUnknown: "找不到此推荐码。请检查是否输错，或有字符前后颠倒。",
  codeLength: "找不到此推荐码。推荐码通常为8位，现在是{count}位，请检查。",
  codeSigns: "找不到此推荐码。推荐码通常不含{signs}，请检查是否有相似的字符。",
  codeUnchecked: "暂时无法确认，但你可以照常下单。",
};

export default zhHansFriend;
