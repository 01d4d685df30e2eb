import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Korean. */
const koDialog: DialogMessages = {
  open: "친구에게 추천하기",
  open_reward: "내 혜택 보기",
  open_progress: "추천 현황 보기",
  open_welcome: "친구가 보낸 혜택 보기",
  open_code: "추천 코드가 있으신가요?",
  seeNews: "확인하기",
  close: "닫기",
  newsCount: "새 소식 {count}건",
};

export default koDialog;
