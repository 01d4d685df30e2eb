import more from "../../sdk/protocol/words/more-zh-hant.ts";
import type { MoreMessages } from "./ja-more.ts";

/** The drawer of further channels, in Chinese, traditional signs. */
const zhHantMore: MoreMessages = {
  ...more,
  pictureSaved:
    "文字已複製，QR 碼圖片已儲存。請在 Instagram 選擇圖片並貼上文字。",
};

export default zhHantMore;
