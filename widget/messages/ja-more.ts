/** The drawer of further channels, in Japanese. Networks are called what they call themselves. */
const jaMore = {
  /** Which come first of the channels that have no button of their own; the others follow. */
  moreChannels:
    "sms,instagram,threads,hatena,note,whatsapp,bluesky,mastodon,telegram",
  sms: "SMS",
  hatena: "はてブ",
  pictureSaved:
    "文章をコピーし、QRコードの画像を保存しました。Instagramで画像を選び、文章を貼り付けてください。",
};

export type MoreMessages = typeof jaMore;

export default jaMore;
