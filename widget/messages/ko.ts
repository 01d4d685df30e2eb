import offer from "../../sdk/protocol/words/offer-ko.ts";
import type { Messages } from "./ja.ts";

/** The share screen in Korean. */
const ko: Messages = {
  ...offer,
  friend: "친구",
  you: "나",
  referred: "회원님도 친구 추천으로 오셨어요. 이제 친구에게 선물할 차례예요.",
  loading: "불러오고 있어요…",
  link: "내 추천 링크",
  copy: "링크 복사",
  copied: "복사했어요",
  copyFailed: "복사하지 못했어요. 선택된 글자를 복사해 주세요.",
  code: "내 추천 코드",
  copyCode: "코드 복사",
  native: "다른 앱",
  more: "다른 방법으로 보내기",
  edit: "보낼 메시지 보기·바꾸기",
  qr: "QR 코드 보기",
  progress: "추천 현황 보기",
};

export default ko;
