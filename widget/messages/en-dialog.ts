import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in English. */
const enDialog: DialogMessages & Record<"newsCount_one", string> = {
  open: "Refer a friend",
  seeNews: "See it",
  close: "Close",
  newsCount: "{count} new rewards",
  newsCount_one: "{count} new reward",
};

export default enDialog;
