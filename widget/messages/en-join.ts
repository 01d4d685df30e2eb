import type { JoinMessages } from "./ja-join.ts";

/** Joining, and what stands in its way, in English. */
const enJoin: JoinMessages = {
  joinLead: "Join, and you get a link of your own to share.",
  agree: "I accept the terms (version {version})",
  readTerms: "Read the terms",
  agreeFirst: "Please accept the terms to join.",
  email: "E-mail (optional)",
  emailHint: "Used only for news about your rewards.",
  emailWrong: "Please check the e-mail address.",
  device:
    "Your record stays in this browser. On another device, or if this one is lost, you cannot come back to this screen. The link itself keeps working: keep this link.",
  join: "Join and get my link",
  joining: "One moment…",
  joinFailed: "That did not work. Please wait a little and try again.",
  keepLink: "Thank you for joining. Please keep this link somewhere safe.",
  paused: "Referrals are taking a short break. Please come back soon.",
  ended: "This referral programme has ended. Thank you for taking part.",
  failed: "This could not be loaded.",
  offline: "You seem to be offline.",
  retry: "Try again",
};

export default enJoin;
