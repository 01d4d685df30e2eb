import type { DrawerMessages } from "./ja-drawers.ts";

/** The drawers of the share tools, in English. */
const enDrawers: DrawerMessages = {
  fixedLine:
    "The first line says that this is rewarded, and always goes along.",
  preview: "This is how it looks when you send it",
  mailSubject: "Subject: {subject}",
  room: "{count} of the {max} that {channel} takes",
  tooLong: "Too long for {channel}: its end becomes “…”.",
  copyMessage: "Copy message",
  qrAlt: "QR code of your link ({link})",
  qrHint: "Let your friend point a camera at it.",
  savePng: "Save picture",
  saveSvg: "Save SVG",
  print: "Print",
};

export default enDrawers;
