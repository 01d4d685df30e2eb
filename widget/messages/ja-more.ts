import more from "../../sdk/protocol/words/more-ja.ts";

/** The drawer of further channels, in Japanese. Networks are called what they call themselves. */
const jaMore = {
  ...more,
  pictureSaved:
    "文章をコピーし、QRコードの画像を保存しました。Instagramで画像を選び、文章を貼り付けてください。",
};

export type MoreMessages = typeof jaMore;

export default jaMore;
