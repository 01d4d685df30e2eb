import type { ReasonMessages } from "./ja-reasons.ts";

/** Why something counts or does not, in Chinese, simplified signs. */
const zhHansReasons: ReasonMessages = {
  no_touch: "没有找到来自推荐链接的记录。",
  window_closed: "下单时已超过推荐链接的有效期。",
  unknown_code: "没有找到这个推荐码。",
  self_referral:
    "用自己的链接或推荐码，或在自己的浏览器中下单，不计入奖励。如果是其他人下的单，请在下方告诉店铺。",
  existing_customer: "原有顾客不计入奖励。",
  already_referred: "已记录为其他人的推荐。",
  fraud_hold: "店铺正在核对，完成后会通知你。",
  hold_period: "正在等待退货期结束。",
  no_gift_code: "礼品正在准备，备好后会送达。",
  budget_spent: "本次活动的奖励已全部发完。",
  limit_reached: "已达到每人的上限。",
  unverified: "店铺正在核对订单。",
  outside_program: "这次不在活动范围内。",
  member_suspended: "奖励目前暂停发放，详情请咨询店铺。",
  refunded: "订单已退货或取消。",
};

export default zhHansReasons;
