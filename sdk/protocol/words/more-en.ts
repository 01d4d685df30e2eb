import type { MoreWords } from "./more-ja.ts";

/** The channels that come later, in English. */
const moreEn: MoreWords = {
  moreChannels:
    "whatsapp,sms,instagram,telegram,threads,bluesky,mastodon,reddit,linkedin",
  sms: "Text message",
  hatena: "Hatena",
};

export default moreEn;
