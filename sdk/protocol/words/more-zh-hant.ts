import type { MoreWords } from "./more-ja.ts";

/** The channels that come later, in Chinese, traditional signs. */
const moreZhHant: MoreWords = {
  moreChannels: "instagram,threads,whatsapp,telegram,sms",
  sms: "簡訊",
  hatena: "Hatena",
};

export default moreZhHant;
