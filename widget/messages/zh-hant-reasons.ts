import type { ReasonMessages } from "./ja-reasons.ts";

/** Why something counts or does not, in Chinese, traditional signs. */
const zhHantReasons: ReasonMessages = {
  no_touch: "沒有找到來自推薦連結的紀錄。",
  window_closed: "下單時已超過推薦連結的有效期限。",
  unknown_code: "沒有找到這個推薦碼。",
  self_referral:
    "用自己的連結或推薦碼，或在自己的瀏覽器中下單，不計入獎勵。如果是其他人下的單，請在下方告訴商店。",
  existing_customer: "原有顧客不計入獎勵。",
  already_referred: "已記錄為其他人的推薦。",
  fraud_hold: "商店正在核對，完成後會通知你。",
  hold_period: "正在等待退貨期結束。",
  no_gift_code: "禮物正在準備，備妥後會送達。",
  budget_spent: "本次活動的獎勵已全部發完。",
  limit_reached: "已達到每人的上限。",
  unverified: "商店正在核對訂單。",
  outside_program: "這次不在活動範圍內。",
  member_suspended: "獎勵目前暫停發放，詳情請洽商店。",
  refunded: "訂單已退貨或取消。",
};

export default zhHantReasons;
