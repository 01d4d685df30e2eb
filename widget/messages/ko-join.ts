import type { JoinMessages } from "./ja-join.ts";

/** Joining, and what stands in its way, in Korean. */
const koJoin: JoinMessages = {
  joinLead: "참여하시면 나만의 추천 링크가 생겨요.",
  agree: "약관(버전 {version})에 동의합니다",
  readTerms: "약관 보기",
  agreeFirst: "참여하려면 약관에 동의해 주세요.",
  email: "이메일 (선택)",
  emailHint: "혜택 소식을 알려 드릴 때만 사용해요.",
  emailWrong: "이메일 주소를 확인해 주세요.",
  device:
    "기록은 이 브라우저에 남아요. 기기를 바꾸거나 잃어버리면 이 화면으로 돌아올 수 없어요. 링크는 계속 쓸 수 있으니 따로 적어 두세요.",
  join: "참여하고 링크 받기",
  joining: "잠시만요…",
  joinFailed: "참여하지 못했어요. 잠시 후 다시 시도해 주세요.",
  keepLink: "참여해 주셔서 고마워요. 이 링크를 잘 보관해 주세요.",
  paused: "추천 프로그램이 잠시 쉬고 있어요. 곧 다시 만나요.",
  ended: "추천 프로그램이 끝났어요. 함께해 주셔서 고마워요.",
  failed: "불러오지 못했어요.",
  offline: "인터넷에 연결되어 있지 않은 것 같아요.",
  retry: "다시 시도",
};

export default koJoin;
