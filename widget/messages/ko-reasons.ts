import type { ReasonMessages } from "./ja-reasons.ts";

/** Why something counts or does not, in Korean. */
const koReasons: ReasonMessages = {
  no_touch: "추천 링크를 이용한 기록을 찾지 못했어요.",
  window_closed: "추천 링크의 유효 기간이 지난 뒤의 신청이었어요.",
  unknown_code: "이 추천 코드를 찾지 못했어요.",
  self_referral:
    "본인의 링크나 코드, 또는 본인과 같은 브라우저로 하신 신청은 해당되지 않아요. 다른 분의 신청이었다면 아래에서 가게에 알려 주세요.",
  existing_customer: "이전부터 이용하신 고객은 해당되지 않아요.",
  already_referred: "이미 다른 분의 추천으로 기록되어 있어요.",
  fraud_hold: "가게에서 확인하고 있어요. 끝나면 알려 드릴게요.",
  hold_period: "반품 기간이 끝나기를 기다리고 있어요.",
  no_gift_code: "선물을 준비하고 있어요. 곧 보내 드릴게요.",
  budget_spent: "준비한 혜택이 모두 소진됐어요.",
  limit_reached: "1인당 한도에 도달했어요.",
  unverified: "가게에서 주문을 확인하고 있어요.",
  outside_program: "프로그램 대상이 아닌 신청이었어요.",
  member_suspended:
    "지금은 혜택이 보류되어 있어요. 자세한 내용은 가게에 문의해 주세요.",
  refunded: "반품 또는 취소된 주문이에요.",
};

export default koReasons;
