import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in English. */
const enDialog: DialogMessages = {
  open: "Refer a friend",
  close: "Close",
  newsCount: "{count} new",
};

export default enDialog;
