import type { MoreMessages } from "./ja-more.ts";

/** The drawer of further channels, in English. */
const enMore: MoreMessages = {
  moreChannels:
    "whatsapp,sms,instagram,telegram,threads,bluesky,mastodon,reddit,linkedin",
  sms: "Text message",
  hatena: "Hatena",
  pictureSaved:
    "The message is copied and the QR code saved as a picture. In Instagram, choose the picture and paste the message.",
};

export default enMore;
