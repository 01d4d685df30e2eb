import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in Korean. */
const koDrawers: DrawerMessages = {
  fixedLine: "첫 줄은 혜택을 받는다는 안내여서 항상 함께 전송돼요.",
  preview: "친구에게 이렇게 보여요",
  mailSubject: "제목: {subject}",
  room: "{channel} 한도 {max} 중 {count}",
  tooLong: "{channel}에는 길어서 끝부분을 “…”로 줄여 보내요.",
  copyMessage: "메시지 복사",
  qrAlt: "내 추천 링크의 QR 코드 ({link})",
  qrHint: "친구가 휴대폰 카메라로 비추면 열려요.",
  savePng: "이미지 저장",
  saveSvg: "SVG 저장",
  print: "인쇄",
};

export default koDrawers;
