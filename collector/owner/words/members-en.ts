/** The list of members, in English. */
export const membersEn = {
  title: "Members",
  search: "Search",
  hint: "Your id for the person, mail address, code, or the beginning of the public name.",
  none: "Nobody found.",
  who: "Member",
  code: "Code",
  state: "State",
  since: "Member since",
  rewards: "Rewards",
  seeRewards: "See rewards",
  noId: "joined without an account",
  states: { active: "Active", suspended: "Suspended" },
  kinds: { customer: "customer", partner: "partner", employee: "employee" },
};

export type MembersWords = typeof membersEn;
