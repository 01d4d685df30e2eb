import type { ProgressMessages } from "./ja-progress.ts";

/** A member's standing in English. */
const enProgress: ProgressMessages = {
  standing: "How it is going",
  total_pending: "Waiting",
  total_confirmed: "Confirmed",
  total_paid: "Received",
  friends: "Friends you referred",
  friendLabel: "Friend {label}",
  noFriends: "Nobody yet. How about sending your link?",
  private: "Names and purchases of friends are never shown.",
  stage_lead: "Request or sign-up",
  stage_sale: "Purchase",
  stage_other: "Next step",
  rewards: "Rewards",
  publicName: "Name that friends see (optional)",
  publicNameHint: "If empty, they see “your friend”.",
  save: "Save",
  saved: "Saved",
  saveFailed: "That could not be saved. Please try again.",
  missing: "A friend is missing",
  isAsked: "The shop has your message.",
  isAnswered: "The shop has answered.",
};

export default enProgress;
