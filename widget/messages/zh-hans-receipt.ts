import type { ReceiptMessages } from "./ja-receipt.ts";

/** Receipts and objections in Chinese, simplified signs. */
const zhHansReceipt: ReceiptMessages = {
  known_referrer_link: "{date}，好友打开了你的链接。",
  known_referrer_code: "{date}，好友使用了你的推荐码。",
  known_referrer_earlier: "自{date}你推荐之后，一直记录为你的好友。",
  known_referrer_hand: "店铺已将此记录为你的推荐（{date}）。",
  known_friend_link: "{date}，你打开了好友的链接。",
  known_friend_code: "{date}，你使用了好友的推荐码。",
  known_friend_earlier: "{date}好友推荐了你，这一记录仍然有效。",
  known_friend_hand: "店铺已将此记录为好友的推荐（{date}）。",
  counts: "这已计为你的推荐。",
  capped_cap_of_gross: "金额已达到单次奖励的上限。",
  capped_cap_fixed: "金额已达到单次奖励的上限。",
  capped_guardrail: "这是店铺能长期给予大家的金额。",
  capped_legal: "金额已达到法律规定的上限。",
  capped_limit_reached: "这是每人上限中剩余的金额。",
  capped_budget_spent: "这是活动预算中剩余的金额。",
  capped_other: "金额已达到活动的上限。",
  wrong: "这个记录不对",
  again: "再次告诉店铺",
  wrongField: "哪里不对？",
  missingField: "你是何时、怎样推荐的？",
  onlyShop: "只有店铺会看到。回复会显示在这个页面。",
  messageFirst: "请写几句话。",
  send: "发送给店铺",
  sending: "正在发送…",
  sendOffline: "没有连接到网络。你写的内容还在，请再发送一次。",
  sendLimit: "短时间内的留言太多了。你写的内容还在，请稍后再发送。",
  sendFailed: "未能发送。你写的内容还在，请稍后再试。",
  dispute_open: "店铺已收到。核对完成后，回复会显示在这里。",
  dispute_upheld: "你说得对。",
  dispute_declined: "店铺核对后，记录保持不变。",
  shopSays: "店铺：{answer}",
  youSaid: "你：{message}",
};

export default zhHansReceipt;
