import type { JoinMessages } from "./ja-join.ts";

/** Joining, and what stands in its way, in Chinese, traditional signs. */
const zhHantJoin: JoinMessages = {
  joinLead: "加入後，你會得到專屬的推薦連結。",
  agree: "我同意條款（版本 {version}）",
  readTerms: "閱讀條款",
  agreeFirst: "請先同意條款，再加入。",
  email: "電子郵件（選填）",
  emailHint: "只用來通知你獎勵的消息。",
  emailWrong: "請檢查電子郵件地址。",
  device:
    "紀錄保存在這個瀏覽器裡。更換或遺失裝置後，就無法回到這個畫面。連結會一直有效，請另外記下來。",
  join: "加入並取得連結",
  joining: "請稍候…",
  joinFailed: "無法加入。請稍後再試。",
  keepLink: "感謝你的加入。請妥善保存這個連結。",
  paused: "推薦活動暫時休息，很快回來。",
  ended: "推薦活動已經結束。感謝你的參與。",
  failed: "無法載入。",
  offline: "你似乎沒有連上網路。",
  retry: "再試一次",
};

export default zhHantJoin;
