import type { FriendMessages } from "./ja-friend.ts";

/** What friends see, in Chinese, traditional signs. */
const zhHantFriend: FriendMessages = {
  welcomeFrom: "{from}\u200b邀請了你",
  welcomeFriend: "好友\u200b邀請了你",
  welcomeName: "{from}",
  welcomeGift: "你可獲得{reward}。",
  welcomeNone: "歡迎光臨，請隨意看看。",
  welcomeCode: "優惠會自動套用。之後要用時的推薦碼：",
  welcomeTerms: "查看活動條款",
  own: "這是\u200b你自己的\u200b推薦連結",
  ownHint: "你自己不能使用，但傳給好友，就能送上優惠。",
  codeField: "推薦碼（如有）",
  codeChecking: "正在確認…",
  codeValid: "此推薦碼可使用。{reward}",
  codeFrom: "這是{from}的推薦碼。{reward}",
  codeShape: "請輸入 4 至 20 位英文字母和數字的推薦碼。",
  codeUnknown: "找不到此推薦碼。請檢查是否輸錯，或有字元前後顛倒。",
  codeLength: "找不到此推薦碼。推薦碼通常為 8 位，現在是 {count} 位，請檢查。",
  codeSigns: "找不到此推薦碼。推薦碼通常不含 {signs}，請檢查是否有相似的字元。",
  codeUnchecked: "暫時無法確認，但你可以照常下單。",
};

export default zhHantFriend;
