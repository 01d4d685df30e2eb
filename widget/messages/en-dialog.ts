import type { DialogMessages } from "./ja-dialog.ts";

/** The dialog and what opens it, in English. */
const enDialog: DialogMessages & Record<"newsCount_one", string> = {
  open: "Refer a friend",
  open_reward: "See your rewards",
  open_progress: "See how it is going",
  open_welcome: "See what your friend sends",
  open_code: "Have a referral code?",
  seeNews: "See it",
  close: "Close",
  newsCount: "{count} new rewards",
  newsCount_one: "{count} new reward",
};

export default enDialog;
