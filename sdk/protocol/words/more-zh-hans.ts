import type { MoreWords } from "./more-ja.ts";

/** The channels that come later, in Chinese, simplified signs. */
const moreZhHans: MoreWords = {
  moreChannels: "whatsapp,telegram,line,facebook,linkedin,sms,threads",
  sms: "短信",
  hatena: "Hatena",
};

export default moreZhHans;
