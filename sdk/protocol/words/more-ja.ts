/** The channels that come later, in Japanese. Networks are called what they call themselves. */
const moreJa = {
  /** Which come first of the channels that have no button of their own; the others follow. */
  moreChannels:
    "sms,instagram,threads,hatena,note,whatsapp,bluesky,mastodon,telegram",
  sms: "SMS",
  hatena: "はてブ",
};

export type MoreWords = typeof moreJa;

export default moreJa;
