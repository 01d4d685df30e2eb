import type { ReceiptMessages } from "./ja-receipt.ts";

/** Receipts and objections in Chinese, traditional signs. */
const zhHantReceipt: ReceiptMessages = {
  known_referrer_link: "{date}，好友開啟了你的連結。",
  known_referrer_code: "{date}，好友使用了你的推薦碼。",
  known_referrer_earlier: "自{date}你推薦之後，一直記錄為你的好友。",
  known_referrer_hand: "商店已將此記錄為你的推薦（{date}）。",
  known_friend_link: "{date}，你開啟了好友的連結。",
  known_friend_code: "{date}，你使用了好友的推薦碼。",
  known_friend_earlier: "{date}好友推薦了你，這筆紀錄仍然有效。",
  known_friend_hand: "商店已將此記錄為好友的推薦（{date}）。",
  counts: "這已計為你的推薦。",
  capped_cap_of_gross: "金額已達單次獎勵的上限。",
  capped_cap_fixed: "金額已達單次獎勵的上限。",
  capped_guardrail: "這是商店能長期給予大家的金額。",
  capped_legal: "金額已達法律規定的上限。",
  capped_limit_reached: "這是每人上限中剩餘的金額。",
  capped_budget_spent: "這是活動預算中剩餘的金額。",
  capped_other: "金額已達活動的上限。",
  wrong: "這筆紀錄不對",
  again: "再次告訴商店",
  wrongField: "哪裡不對？",
  missingField: "你是何時、如何推薦的？",
  onlyShop: "只有商店會看到。回覆會顯示在這個畫面。",
  messageFirst: "請寫幾句話。",
  send: "傳送給商店",
  sending: "正在傳送…",
  sendOffline: "沒有連上網路。你寫的內容還在，請再傳送一次。",
  sendLimit: "短時間內的留言太多了。你寫的內容還在，請稍後再傳送。",
  sendFailed: "無法傳送。你寫的內容還在，請稍後再試。",
  dispute_open: "商店已收到。核對完成後，回覆會顯示在這裡。",
  dispute_upheld: "你說得對。",
  dispute_declined: "商店核對後，紀錄維持不變。",
  shopSays: "商店：{answer}",
  youSaid: "你：{message}",
};

export default zhHantReceipt;
