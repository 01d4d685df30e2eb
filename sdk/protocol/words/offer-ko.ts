import type { OfferWords } from "./offer-ja.ts";

/** What is offered and what is sent, in Korean. */
const offerKo: OfferWords & Record<"cashRate", string> = {
  title: "친구 추천",
  both: "친구에게 {friend}, 나에게 {referrer}.",
  same: "친구도 나도 똑같이 {friend}.",
  forFriend: "친구에게 {friend}, 선물해 보세요.",
  forReferrer: "친구에게 알려 주시면 {referrer}.",
  noOffer: "마음에 든 곳을 친구와 나눠 보세요.",
  points: "{amount} 상당의 포인트",
  coupon: "{amount} 할인 쿠폰",
  shared_points: "{amount} 상당의 제휴 포인트",
  cash: "현금 {amount}",
  gift: "{amount} 상당의 선물",
  perk: "특별 혜택",
  ofPrice: "구매 금액의 {rate}%",
  cashRate: "{amount} 현금",
  upTo: " (최대 {amount})",
  lead: "자료 요청·가입 시",
  sale: "구매 시",
  stage: "다음 단계 완료 시",
  channels: "native,mail,x,more",
  line: "LINE",
  x: "X",
  mail: "메일",
  sendBy: "{channel}: 보내기",
  newTab: " (새 탭에서 열려요)",
  disclosure: "[광고] 친구 추천: 저도 혜택을 받습니다",
  messageGift: "{on} {friend} 혜택을 받을 수 있어요. ",
  message: "제가 즐겨 찾는 곳이에요. 괜찮으시면 여기서 둘러보세요.",
  messageBrand:
    "{brand}, 제가 즐겨 찾는 곳이에요. 괜찮으시면 여기서 둘러보세요.",
};

export default offerKo;
