import more from "../../sdk/protocol/words/more-zh-hans.ts";
import type { MoreMessages } from "./ja-more.ts";

/** The drawer of further channels, in Chinese, simplified signs. */
const zhHansMore: MoreMessages = {
  ...more,
  pictureSaved:
    "文字已复制，二维码图片已保存。请在 Instagram 中选择图片并粘贴文字。",
};

export default zhHansMore;
