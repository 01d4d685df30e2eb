import type { ReceiptMessages } from "./ja-receipt.ts";

/** Receipts and objections in Korean. */
const koReceipt: ReceiptMessages = {
  known_referrer_link: "{date}에 친구가 내 링크를 열었어요.",
  known_referrer_code: "{date}에 친구가 내 코드를 사용했어요.",
  known_referrer_earlier:
    "{date}에 추천하신 뒤로 계속 내 친구로 기록되어 있어요.",
  known_referrer_hand: "가게에서 내 추천으로 기록했어요({date}).",
  known_friend_link: "{date}에 친구의 링크를 여셨어요.",
  known_friend_code: "{date}에 친구의 코드를 사용하셨어요.",
  known_friend_earlier: "{date}에 친구에게 추천받은 기록이 이어지고 있어요.",
  known_friend_hand: "가게에서 친구의 추천으로 기록했어요({date}).",
  counts: "내 추천으로 인정됐어요.",
  capped_cap_of_gross: "한 번에 받을 수 있는 최대 금액이에요.",
  capped_cap_fixed: "한 번에 받을 수 있는 최대 금액이에요.",
  capped_guardrail: "혜택을 오래 이어 갈 수 있는 범위에 맞춘 금액이에요.",
  capped_legal: "법에서 정한 한도에 맞춘 금액이에요.",
  capped_limit_reached: "1인당 한도에서 남은 금액이에요.",
  capped_budget_spent: "혜택 예산에서 남은 금액이에요.",
  capped_other: "프로그램에서 정한 최대 금액이에요.",
  wrong: "이 기록이 잘못됐어요",
  again: "가게에 다시 알리기",
  wrongField: "어떤 점이 다른지 알려 주세요",
  missingField: "언제, 어떻게 추천하셨는지 알려 주세요",
  onlyShop: "가게만 읽어요. 답변은 이 화면에 표시돼요.",
  messageFirst: "내용을 적어 주세요.",
  send: "가게에 보내기",
  sending: "보내고 있어요…",
  sendOffline: "연결되지 않았어요. 쓰신 글은 그대로 있으니 다시 보내 주세요.",
  sendLimit:
    "짧은 시간에 메시지가 많이 왔어요. 쓰신 글은 그대로 있으니 조금 뒤에 보내 주세요.",
  sendFailed:
    "보내지 못했어요. 쓰신 글은 그대로 있으니 잠시 후 다시 시도해 주세요.",
  dispute_open: "가게에 전달됐어요. 확인이 끝나면 답변이 여기에 표시돼요.",
  dispute_upheld: "말씀하신 내용이 맞았어요.",
  dispute_declined: "가게에서 확인했고, 기록은 그대로 유지돼요.",
  shopSays: "가게: {answer}",
  youSaid: "나: {message}",
};

export default koReceipt;
