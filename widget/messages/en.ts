import offer from "../../sdk/protocol/words/offer-en.ts";
import type { Messages } from "./ja.ts";

/** The share screen in English. */
const en: Messages = {
  ...offer,
  friend: "Your friend",
  you: "You",
  referred: "A friend brought you here. Now it is your turn.",
  loading: "Loading…",
  link: "Your link",
  copy: "Copy link",
  copied: "Copied",
  copyFailed: "That could not be copied. Please copy the selected text.",
  code: "Your code",
  copyCode: "Copy code",
  native: "Other apps",
  more: "More ways to send",
  edit: "See or change the message",
  qr: "Show a QR code",
  progress: "See how it is going",
};

export default en;
