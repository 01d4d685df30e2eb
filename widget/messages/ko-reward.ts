import type { RewardMessages } from "./ja-reward.ts";

/** A member's rewards in Korean. */
const koReward: RewardMessages = {
  news: "혜택 소식",
  got_pending: "{reward}, 곧 받으실 수 있어요",
  got_confirmed: "{reward}, 받게 되셨어요",
  got_paid: "{reward}, 전해 드렸어요",
  got_void: "{reward}, 취소됐어요",
  by_referrer_lead: "친구가 회원님의 추천으로 자료를 요청하거나 가입했어요.",
  by_referrer_sale: "친구가 회원님의 추천으로 구매했어요.",
  by_referrer_stage: "친구가 회원님의 추천으로 다음 단계로 나아갔어요.",
  by_friend_lead: "친구의 추천으로 자료를 요청하거나 가입해 주셔서 고마워요.",
  by_friend_sale: "친구의 추천으로 구매해 주셔서 고마워요.",
  by_friend_stage: "친구의 추천으로 다음 단계까지 와 주셔서 고마워요.",
  overflow_raffle: "그리고 ‘{name}’ 추첨 응모권 1장을 드려요.",
  overflow_perk: "그리고 ‘{name}’ 혜택도 드려요.",
  giftCode: "선물 코드 (회원님만 쓸 수 있어요)",
  copyGift: "코드 복사",
  useGift: "여기서 사용하기",
  state_pending: "확정 대기",
  state_confirmed: "확정",
  state_paid: "받음",
  state_void: "취소",
  confirmableAt: "{date} 이후에 확정돼요.",
  confirmed: "확정됐어요. 곧 전해 드릴게요.",
  given: "코드를 사용할 수 있어요.",
  paid: "전해 드렸어요.",
  next: "다음은",
  nextReferrer: "친구가 {step}, 나에게 {reward}.",
  nextFriend: "{step}, 나에게 {reward}.",
  nextShare: "다른 친구에게도 같은 혜택을 선물할 수 있어요.",
  invite: "이제 회원님이 친구를 초대할 차례예요.",
  back: "추천 화면으로 돌아가기",
  noRewards: "아직 혜택이 없어요",
  noRewardsHint: "친구가 내 링크로 신청하면 여기에서 알려 드릴게요.",
};

export default koReward;
