import type { MoreWords } from "./more-ja.ts";

/** The channels that come later, in Korean. */
const moreKo: MoreWords = {
  moreChannels: "sms,instagram,facebook,threads,line,whatsapp,telegram",
  sms: "문자",
  hatena: "Hatena",
};

export default moreKo;
