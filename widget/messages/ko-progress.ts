import type { ProgressMessages } from "./ja-progress.ts";

/** A member's standing in Korean. */
const koProgress: ProgressMessages = {
  standing: "추천 현황",
  total_pending: "확정 대기",
  total_confirmed: "확정",
  total_paid: "지급 완료",
  friends: "추천한 친구",
  friendLabel: "친구 {label}",
  noFriends: "아직 없어요. 링크를 보내 볼까요?",
  private: "친구의 이름과 구매 내용은 표시되지 않아요.",
  stage_lead: "자료 요청·가입",
  stage_sale: "구매",
  stage_other: "다음 단계",
  rewards: "혜택",
  publicName: "친구에게 보일 이름 (선택)",
  publicNameHint: "비워 두면 ‘친구’로 표시돼요.",
  save: "저장",
  saved: "저장했어요",
  saveFailed: "저장하지 못했어요. 다시 시도해 주세요.",
  missing: "친구가 보이지 않아요",
  isAsked: "보내신 내용이 가게에 전달됐어요.",
  isAnswered: "가게에서 답변이 왔어요.",
};

export default koProgress;
