/** A member's page, in English. */
export const memberEn = {
  filter: "State",
  all: "All",
  email: "Mail",
  kind: "Kind",
  program: "Programme",
  link: "Link",
  publicName: "Name that friends see",
  none: "none",
  suspend: "Suspend",
  suspendHint:
    "Earns nothing new from now on. What was promised stays. The reason is kept, and the member may be told.",
  reason: "Reason",
  lift: "Lift the suspension",
  because: "Suspended because",
  suspended: "The member is suspended.",
  lifted: "The suspension is lifted.",
  referrals: "Referrals",
  noReferrals: "No referral yet.",
  friend: "Friend",
  stage: "Stage",
  by: "By",
  ways: { code: "code", link: "link", hand: "by hand" },
  since: "Since",

  rewards: "Rewards",
  noRewards: "No reward yet.",
  allRewards: "All rewards of this member",
  audit: "What was done",
  noAudit: "Nothing yet.",
  actions: {
    suspend_member: "Suspended",
    lift_suspension: "Suspension lifted",
    erase_member: "Erased",
  } as Record<string, string>,
  missing: "There is no such member.",
};

export type MemberWords = typeof memberEn;
