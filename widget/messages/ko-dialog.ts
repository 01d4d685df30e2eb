import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in Korean. */
const koDialog: DialogMessages = {
  open: "친구에게 추천하기",
  seeNews: "확인하기",
  close: "닫기",
  newsCount: "새 소식 {count}건",
};

export default koDialog;
