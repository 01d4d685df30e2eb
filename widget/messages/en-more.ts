import more from "../../sdk/protocol/words/more-en.ts";
import type { MoreMessages } from "./ja-more.ts";

/** The drawer of further channels, in English. */
const enMore: MoreMessages = {
  ...more,
  pictureSaved:
    "The message is copied and the QR code saved as a picture. In Instagram, choose the picture and paste the message.",
};

export default enMore;
